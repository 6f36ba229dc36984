@echo off
rem Starts Anabranch. Needs Java 17 or newer.
rem
rem   ANABRANCH_JAVA     the java command to use; else JAVA_HOME, else java on the PATH
rem   ANABRANCH_CLASSPATH  jars and folders with revisions, drivers or dialects
rem   ANABRANCH_OPTS     more options for the Java machine
rem   ANABRANCH_ARCHIVE  "off" does without the class archive that makes a start fast
setlocal DisableDelayedExpansion

set "ANABRANCH_JAR="
for %%f in ("%~dp0..\lib\anabranch-cli-*.jar") do set "ANABRANCH_JAR=%%~ff"
if not defined ANABRANCH_JAR (
  echo anabranch: Cannot start: there is no anabranch-cli jar in "%~dp0..\lib".>&2
  echo hint: Unpack the product again.>&2
  exit /b 1
)

set "ANABRANCH_RUN=java"
set "ANABRANCH_RELEASE="
if defined JAVA_HOME (
  set "ANABRANCH_RUN=%JAVA_HOME%\bin\java.exe"
  set "ANABRANCH_RELEASE=%JAVA_HOME%\release"
)
if defined ANABRANCH_JAVA (
  set "ANABRANCH_RUN=%ANABRANCH_JAVA%"
  set "ANABRANCH_RELEASE="
)
if not defined ANABRANCH_RELEASE for %%j in ("%ANABRANCH_RUN%") do if exist "%%~dpj..\release" set "ANABRANCH_RELEASE=%%~dpj..\release"
if not defined ANABRANCH_RELEASE for %%j in (java.exe) do if exist "%%~dp$PATH:j..\release" set "ANABRANCH_RELEASE=%%~dp$PATH:j..\release"

rem The release file of a Java says its version without starting it; without that file the Java decides.
set "ANABRANCH_MAJOR="
if defined ANABRANCH_RELEASE if exist "%ANABRANCH_RELEASE%" (
  for /f "usebackq tokens=2 delims==." %%v in (`findstr /b /c:"JAVA_VERSION=" "%ANABRANCH_RELEASE%"`) do set "ANABRANCH_MAJOR=%%~v"
)
if defined ANABRANCH_MAJOR set ANABRANCH_MAJOR=%ANABRANCH_MAJOR:"=%
if defined ANABRANCH_MAJOR if %ANABRANCH_MAJOR% LSS 17 (
  echo anabranch: Cannot start: "%ANABRANCH_RUN%" is older than Java 17.>&2
  echo hint: Let ANABRANCH_JAVA or JAVA_HOME name a newer one.>&2
  exit /b 1
)

rem From Java 19 on the Java machine makes and renews the archive by itself.
set "ANABRANCH_PATH=%ANABRANCH_JAR%"
if defined ANABRANCH_CLASSPATH set "ANABRANCH_PATH=%ANABRANCH_JAR%;%ANABRANCH_CLASSPATH%"
set "ANABRANCH_FLAGS=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -Xshare:auto -Xlog:disable"
if /i "%ANABRANCH_ARCHIVE%"=="off" goto run
if not defined LOCALAPPDATA goto run
if not defined ANABRANCH_MAJOR goto run
if %ANABRANCH_MAJOR% LSS 19 goto run
if not exist "%LOCALAPPDATA%\anabranch\cache" mkdir "%LOCALAPPDATA%\anabranch\cache" 2>nul
if not exist "%LOCALAPPDATA%\anabranch\cache" goto run
for %%f in ("%ANABRANCH_JAR%") do set "ANABRANCH_SHARED=%LOCALAPPDATA%\anabranch\cache\%%~nf-%ANABRANCH_MAJOR%.jsa"
"%ANABRANCH_RUN%" %ANABRANCH_FLAGS% -XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%ANABRANCH_SHARED%" %ANABRANCH_OPTS% -cp "%ANABRANCH_PATH%" dev.anabranch.cli.Main %*
exit /b %ERRORLEVEL%

:run
"%ANABRANCH_RUN%" %ANABRANCH_FLAGS% %ANABRANCH_OPTS% -cp "%ANABRANCH_PATH%" dev.anabranch.cli.Main %*
exit /b %ERRORLEVEL%
