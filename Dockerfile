# The site in a container: content and data are volumes, nothing runs as root.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY global.json Directory.Build.props Directory.Packages.props .editorconfig ./
COPY src/LastTrainHome/LastTrainHome.csproj src/LastTrainHome/packages.lock.json src/LastTrainHome/
RUN dotnet restore src/LastTrainHome --locked-mode
COPY src src
RUN dotnet publish src/LastTrainHome --no-restore --configuration Release --output /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
COPY content /study/content
RUN mkdir /study/data && chown app /study/data
ENV ASPNETCORE_HTTP_PORTS=8080 \
    Content__Folder=/study/content \
    Content__Watch=false \
    Data__Folder=/study/data
VOLUME /study/content /study/data
EXPOSE 8080
USER app
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD ["dotnet", "LastTrainHome.dll", "health", "http://localhost:8080"]
ENTRYPOINT ["dotnet", "LastTrainHome.dll"]
