@echo off
rem Starts Palimpsest; builds it first where it is not built. Needs a JDK 17 or newer, and Maven to build.
setlocal
set "HERE=%~dp0"
set "LIB=%HERE%installers\target\dist\lib"
set "STAMP=%HERE%installers\target\dist\built"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
if not exist "%STAMP%" (
  echo palimpsest: building ^(the first time this fetches libraries of about 300 MB^) 1>&2
  pushd "%HERE%"
  call mvn -q -B -DskipTests -Dspotless.check.skip package 1>&2 || (popd & exit /b 1)
  popd
)
set "OPTIONS=-XX:+UseSerialGC"
set "WINDOW="
if "%~1"=="" set "WINDOW=1"
if "%~1"=="window" set "WINDOW=1"
if "%~1"=="demo" set "WINDOW=1"
if "%~1"=="screenshots" set "WINDOW=1"
if "%~1"=="bench" if "%~2"=="--window" set "WINDOW=1"
if "%~x1"==".json" set "WINDOW=1"
if defined WINDOW set OPTIONS="@%HERE%installers\window.options" --module-path "%HERE%installers\target\dist\javafx"
"%JAVA%" -DOPT_OUT_TRACKING=true -Dai.djl.offline=true %OPTIONS% %PALIMPSEST_JAVA_OPTIONS% -cp "%LIB%\*" org.palimpsest.app.Palimpsest %*
