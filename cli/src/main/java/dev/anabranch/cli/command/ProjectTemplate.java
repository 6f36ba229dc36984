package dev.anabranch.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** What {@code init} can make. */
enum ProjectTemplate {
  /** One database. */
  SQL("sql", "One database, revisions written in SQL", "revisions"),
  /** Two databases with revisions of their own. */
  MULTI_DATABASE(
      "multi-database",
      "Two databases, each with its own revisions, run one by one or together",
      "revisions reporting/revisions");

  private final String id;
  private final String summary;
  private final String folders;

  ProjectTemplate(String id, String summary, String folders) {
    this.id = id;
    this.summary = summary;
    this.folders = folders;
  }

  /** Returns the word that chooses it. */
  String id() {
    return id;
  }

  /** Returns what it makes. */
  String summary() {
    return summary;
  }

  /** Returns the folders for revision files. */
  List<String> folders() {
    return List.of(folders.split(" ", -1));
  }

  /** Returns the configuration file. */
  String configuration(String url) {
    String escaped = url.replace("\\", "\\\\").replace("\"", "\\\"");
    return resource(id + "/anabranch.toml").replace("@URL@", escaped);
  }

  /** Returns what git should ignore. */
  static String gitignore() {
    return resource("gitignore");
  }

  static String[] ids() {
    return Arrays.stream(values()).map(ProjectTemplate::id).toArray(String[]::new);
  }

  static ProjectTemplate of(String id) {
    return Arrays.stream(values())
        .filter(template -> template.id.equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static String resource(String name) {
    String path = "/dev/anabranch/cli/template/" + name;
    try (InputStream stream =
        Objects.requireNonNull(ProjectTemplate.class.getResourceAsStream(path), path)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
