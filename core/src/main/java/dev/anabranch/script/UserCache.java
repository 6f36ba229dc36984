package dev.anabranch.script;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The folder of a user in which Anabranch keeps what it can make again; the launcher of the command
 * line uses the same.
 */
final class UserCache {

  private static final String NAME = "anabranch";

  private UserCache() {}

  /**
   * Returns the folder; it need not exist. {@code XDG_CACHE_HOME} counts where it is absolute, as
   * the XDG Base Directory Specification wants it, then the places of macOS and Windows, then
   * {@code .cache} in the home folder.
   *
   * @param environment the environment variables
   * @return absent if the environment tells no place
   */
  static Optional<Path> folder(Map<String, String> environment) {
    Optional<Path> named = absolute(environment.get("XDG_CACHE_HOME"));
    if (named.isPresent()) {
      return named.map(folder -> folder.resolve(NAME));
    }
    Optional<Path> local = absolute(environment.get("LOCALAPPDATA"));
    if (local.isPresent()) {
      return local.map(folder -> folder.resolve(NAME).resolve("cache"));
    }
    return absolute(environment.get("HOME"))
        .filter(home -> home.getNameCount() > 0)
        .map(
            home -> {
              Path mac = home.resolve("Library/Caches");
              return (Files.isDirectory(mac) ? mac : home.resolve(".cache")).resolve(NAME);
            });
  }

  private static Optional<Path> absolute(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(text)).filter(Path::isAbsolute);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
