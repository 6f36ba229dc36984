package dev.anabranch.cli.command;

import com.google.inject.Inject;
import dev.anabranch.cli.process.Environment;
import dev.anabranch.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The user's editor. */
final class Editor {
  private final Environment environment;

  @Inject
  Editor(Environment environment) {
    this.environment = environment;
  }

  /**
   * Opens files and waits until the editor ends.
   *
   * @throws CommandException if no editor is named, or it cannot be started, or it fails
   */
  void open(List<Path> files) {
    String named = named();
    List<String> command = command(named);
    files.forEach(file -> command.add(file.toString()));
    try {
      int code =
          new ProcessBuilder(command)
              .directory(environment.workingDirectory().toFile())
              .inheritIO()
              .start()
              .waitFor();
      if (code != 0) {
        throw failed(named, "it ended with code " + code, null);
      }
    } catch (IOException e) {
      throw failed(named, "it cannot be started", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(named, "waiting for it was interrupted", e);
    }
  }

  private String named() {
    for (String variable : List.of("VISUAL", "EDITOR")) {
      String value = environment.variables().getOrDefault(variable, "").strip();
      if (!value.isEmpty()) {
        return value;
      }
    }
    throw new CommandException(
        ErrorCode.EDITOR_FAILED,
        "Cannot open an editor: neither VISUAL nor EDITOR names one.",
        "Set one of them, as in EDITOR=vi.");
  }

  /** Splits a value at blanks outside quotes. */
  static List<String> command(String value) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    char quote = 0;
    boolean inWord = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (quote != 0 ? c == quote : c == '"' || c == '\'') {
        quote = quote == 0 ? c : 0;
        inWord = true;
      } else if (quote == 0 && Character.isWhitespace(c)) {
        if (inWord) {
          words.add(word.toString());
          word.setLength(0);
        }
        inWord = false;
      } else {
        word.append(c);
        inWord = true;
      }
    }
    if (inWord) {
      words.add(word.toString());
    }
    return words;
  }

  private static CommandException failed(String editor, String reason, @Nullable Throwable cause) {
    return new CommandException(
        ErrorCode.EDITOR_FAILED,
        "Cannot use the editor \"" + editor + "\": " + reason + ".",
        "VISUAL or EDITOR names the editor.",
        cause);
  }
}
