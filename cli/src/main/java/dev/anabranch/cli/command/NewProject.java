package dev.anabranch.cli.command;

import dev.anabranch.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The files and folders of a project that is being made: all of them, or none because one is there.
 * For one thread.
 */
final class NewProject {
  private final Path directory;
  private final Map<String, String> files = new LinkedHashMap<>();
  private final List<String> folders = new ArrayList<>();

  NewProject(Path directory) {
    this.directory = directory;
  }

  void file(String name, String content) {
    files.put(name, content);
  }

  void fileIfAbsent(String name, String content) {
    if (!Files.exists(directory.resolve(name))) {
      files.put(name, content);
    }
  }

  void folder(String name) {
    folders.add(name);
  }

  /** Makes everything and returns the paths, relative to the folder. */
  List<String> make() {
    refuseIfThere();
    List<String> made = new ArrayList<>();
    try {
      for (String folder : folders) {
        Files.createDirectories(directory.resolve(folder));
        made.add(folder + "/");
      }
      for (Map.Entry<String, String> file : files.entrySet()) {
        Files.writeString(
            directory.resolve(file.getKey()), file.getValue(), StandardOpenOption.CREATE_NEW);
        made.add(file.getKey());
      }
    } catch (IOException e) {
      throw new CommandException(
          ErrorCode.PROJECT_NOT_WRITABLE,
          "Cannot make a project in \"" + directory + "\": " + reason(e) + ".",
          made.isEmpty() ? null : "Written so far: " + String.join(", ", made) + ".",
          e);
    }
    return made;
  }

  private void refuseIfThere() {
    if (Files.exists(directory) && !Files.isDirectory(directory)) {
      throw new CommandException(
          ErrorCode.PROJECT_NOT_EMPTY,
          "Cannot make a project in \"" + directory + "\": it is a file.",
          "Name a folder; it is made if it does not exist.");
    }
    List<String> existing = new ArrayList<>();
    for (String file : files.keySet()) {
      if (Files.exists(directory.resolve(file))) {
        existing.add(file);
      }
    }
    for (String folder : folders) {
      Path path = directory.resolve(folder);
      if (Files.exists(path) && !isEmptyFolder(path)) {
        existing.add(folder + (Files.isDirectory(path) ? "/ with files in it" : ""));
      }
    }
    if (!existing.isEmpty()) {
      throw InitCommand.notEmpty(directory, existing);
    }
  }

  private static boolean isEmptyFolder(Path path) {
    if (!Files.isDirectory(path)) {
      return false;
    }
    try (Stream<Path> entries = Files.list(path)) {
      return entries.findAny().isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  private static String reason(IOException e) {
    String message = e.getMessage();
    return e.getClass().getSimpleName().replaceFirst("Exception$", "")
        + (message == null ? "" : " (" + message + ")");
  }
}
