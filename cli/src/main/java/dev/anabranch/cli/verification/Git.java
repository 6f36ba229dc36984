package dev.anabranch.cli.verification;

import dev.anabranch.error.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** What git knows about the files of a project; asks the program on the path. */
final class Git {
  private final Path folder;
  private final String reference;

  /**
   * Creates a view of a repository.
   *
   * @param folder a folder in its work tree
   * @param reference the commit that is compared with
   */
  Git(Path folder, String reference) {
    this.folder = folder;
    this.reference = reference;
  }

  private record Answer(int code, String out, String err) {
    /** Returns the paths of a list that ends each with a zero byte, as {@code -z} asks for. */
    List<String> paths() {
      return List.of(out.split("\0")).stream().filter(path -> !path.isEmpty()).toList();
    }
  }

  /**
   * Returns the files that differ from where the present branch left the commit: committed since,
   * staged, changed, or not known to git at all; deleted ones are not among them.
   *
   * @return absolute paths
   */
  Set<Path> changed() {
    Path root = Path.of(top());
    String base = base();
    Set<Path> files = new LinkedHashSet<>();
    List<String> names = new ArrayList<>();
    names.addAll(
        must(run(root, "diff", "--name-only", "-z", "--no-renames", "--diff-filter=d", base, "--"))
            .paths());
    names.addAll(
        must(run(root, "ls-files", "--others", "--exclude-standard", "-z", "--full-name")).paths());
    names.forEach(name -> files.add(real(root.resolve(name))));
    return files;
  }

  private String top() {
    Answer answer = run(folder, "rev-parse", "--show-toplevel");
    if (answer.code() != 0) {
      throw failure(
          "\"" + folder + "\" is in no repository of git",
          "Leave --only-changed-since away to verify every revision.");
    }
    return answer.out().strip();
  }

  private String base() {
    if (reference.startsWith("-")
        || run(folder, "rev-parse", "--verify", "--quiet", reference + "^{commit}").code() != 0) {
      throw failure(
          "git knows no commit of that name",
          "Name a branch, a tag or a commit, such as origin/main; a shallow clone has only the last"
              + " commits (fetch-depth: 0, GIT_DEPTH: 0).");
    }
    Answer answer = run(folder, "merge-base", reference, "HEAD");
    if (answer.code() != 0) {
      throw failure(
          "the present commit has no ancestor in common with it",
          "A shallow clone has only the last commits; fetch the whole history (fetch-depth: 0,"
              + " GIT_DEPTH: 0).");
    }
    return answer.out().strip();
  }

  private Answer must(Answer answer) {
    if (answer.code() != 0) {
      throw failure("git says: " + answer.err().strip().replaceAll("\\R", " "), "");
    }
    return answer;
  }

  private VerificationException failure(String reason, String hint) {
    return new VerificationException(
        ErrorCode.CHANGES_UNKNOWN,
        "Cannot tell what has changed since \"" + reference + "\": " + reason + ".",
        hint.isEmpty() ? null : hint);
  }

  private Answer run(Path where, String... words) {
    List<String> command = new ArrayList<>(List.of("git", "-C", where.toString()));
    command.addAll(List.of(words));
    Process process;
    try {
      process = new ProcessBuilder(command).redirectInput(ProcessBuilder.Redirect.PIPE).start();
    } catch (IOException e) {
      throw new VerificationException(
          ErrorCode.CHANGES_UNKNOWN,
          "Cannot tell what has changed since \"" + reference + "\": git does not run.",
          "Install git, or leave --only-changed-since away to verify every revision.",
          e);
    }
    try {
      process.getOutputStream().close();
      // Read beside standard output: a full pipe would hold git up.
      CompletableFuture<String> err =
          CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
      String out = text(process.getInputStream());
      return new Answer(process.waitFor(), out, err.join());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw failure("the wait for git was interrupted", "");
    }
  }

  private static String text(InputStream stream) {
    try (stream) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a path without links, so that two ways to one file are one. */
  static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }
}
