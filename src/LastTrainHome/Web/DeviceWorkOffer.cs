namespace LastTrainHome.Web;

/// <summary>The offer, shown by <c>_Found</c>, to take over what was done on this device before.</summary>
/// <param name="Back">The page it stands on.</param>
/// <param name="Known">Keys of pages that are the student's already.</param>
/// <param name="Taken">What became of an offer that was taken; null where none was.</param>
public sealed record DeviceWorkOffer(string Back, string Known, FlashMessage? Taken);
