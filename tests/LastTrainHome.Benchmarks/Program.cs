Console.Error.WriteLine("Not built yet.");
