@echo off
rem Starts Palimpsest; builds it first where it is not built. Needs a JDK 17 or newer, and Maven to build.
rem Folders may have blanks, &, %, !, ^ and parentheses in their names: whatever holds a path stands in quotes, and nothing is
rem expanded a second time.
setlocal EnableExtensions DisableDelayedExpansion
set "HERE=%~dp0"
set "DIST=%HERE%installers\target\dist"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME:"=%\bin\java"
if exist "%DIST%\built" goto start
where mvn >nul 2>nul
if errorlevel 1 goto nomaven
echo palimpsest: building, the first time this fetches libraries of about 300 MB 1>&2
pushd "%HERE%"
call mvn -q -B -DskipTests -Dspotless.check.skip package 1>&2
if errorlevel 1 goto failed
popd
:start
set "WINDOW="
if "%~1"=="" set "WINDOW=1"
if "%~1"=="window" set "WINDOW=1"
if "%~1"=="demo" set "WINDOW=1"
if "%~1"=="screenshots" set "WINDOW=1"
if "%~1"=="bench" if "%~2"=="--window" set "WINDOW=1"
if "%~x1"==".json" set "WINDOW=1"
if defined WINDOW goto window
"%JAVA%" -DOPT_OUT_TRACKING=true -Dai.djl.offline=true -XX:+UseSerialGC %PALIMPSEST_JAVA_OPTIONS% -cp "%DIST%\lib\*" org.palimpsest.app.Palimpsest %*
exit /b
:window
"%JAVA%" -DOPT_OUT_TRACKING=true -Dai.djl.offline=true "@%HERE%installers\window.options" --module-path "%DIST%\javafx" %PALIMPSEST_JAVA_OPTIONS% -cp "%DIST%\lib\*" org.palimpsest.app.Palimpsest %*
exit /b
:nomaven
echo palimpsest: not built yet, and Maven is not installed; install Maven 3.8 or newer 1>&2
exit /b 1
:failed
popd
echo palimpsest: the build failed; see above 1>&2
exit /b 1
