@echo off
rem Makes an .msi on Windows. UNTESTED: written without Windows at hand. Needs the WiX toolset (3.x) beside a JDK 17 or newer. Build the
rem program there first (mvn package), since libraries with native parts are those of the machine that builds.
setlocal EnableExtensions DisableDelayedExpansion
set "HERE=%~dp0"
set "DIST=%HERE%target\dist"
set "JAR="
for %%f in ("%DIST%\lib\palimpsest-app-*.jar") do set "JAR=%%~nxf"
if not defined JAR goto unbuilt
set "JPACKAGE=jpackage"
if defined JAVA_HOME set "JPACKAGE=%JAVA_HOME:"=%\bin\jpackage"
set "NUMBER=%JAR:palimpsest-app-=%"
set "NUMBER=%NUMBER:-SNAPSHOT=%"
set "NUMBER=%NUMBER:.jar=%"
set "OPTIONS=--java-options -DOPT_OUT_TRACKING=true --java-options -Dai.djl.offline=true"
for /f "usebackq eol=# delims=" %%o in ("%HERE%window.options") do call :option "%%o"
"%JPACKAGE%" --type msi --dest "%HERE%target\packages" --name Palimpsest --app-version "%NUMBER%" --win-menu --win-shortcut --win-console ^
  --vendor "The Palimpsest authors" --description "A desktop workbench for machine-unlearning experiments" ^
  --license-file "%HERE%..\LICENSE" --input "%DIST%\lib" --main-jar "%JAR%" --main-class org.palimpsest.app.Palimpsest ^
  --module-path "%DIST%\javafx" ^
  --add-modules java.se,jdk.unsupported,jdk.management,jdk.zipfs,jdk.localedata,jdk.charsets,jdk.crypto.ec,jdk.accessibility,javafx.controls,javafx.swing ^
  --jlink-options "--strip-debug --no-header-files --no-man-pages --include-locales=en,de" %OPTIONS%
exit /b
:unbuilt
echo package-windows.cmd: nothing is built; run mvn package first 1>&2
exit /b 1
:option
set "LINE=%~1"
if not "%LINE:~0,14%"=="--add-modules=" set "OPTIONS=%OPTIONS% --java-options %LINE%"
exit /b
