package dev.anabranch.testkit.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Writes revision files for a test, into the folder {@code revisions} of a project.
 *
 * @param project the folder of the project
 */
public record RevisionFiles(Path project) {

  /** Checks that the folder is named. */
  public RevisionFiles {
    Objects.requireNonNull(project, "project");
  }

  /** Returns the folder of the files; it is created with the first. */
  public Path folder() {
    return project.resolve("revisions");
  }

  /**
   * Begins a revision; what is not said of it is absent from its file.
   *
   * @param id the id
   * @param parents the ids of its parents, none for a base
   */
  public Draft revision(String id, String... parents) {
    return new Draft(this, "-- @revision " + id + "\n" + directive("@revises", parents), id);
  }

  /**
   * Writes a revision in Java.
   *
   * @param id the id, letters and digits
   * @param annotation what stands in the annotation besides the id, such as {@code revises = "a1"};
   *     empty for nothing
   * @param body the members of the class
   */
  public void java(String id, String annotation, String body) {
    String more = annotation.isEmpty() ? "" : ", " + annotation;
    write(
        folder().resolve(id + "_test.java"),
        """
        import static dev.anabranch.migration.Definitions.*;

        import dev.anabranch.migration.*;
        import dev.anabranch.operation.*;
        import dev.anabranch.schema.*;
        import dev.anabranch.sql.*;
        import java.util.*;

        @RevisionInfo(id = "%s"%s)
        public class Revision_%s implements Migration {
        %s
        }
        """
            .formatted(id, more, id, body));
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the file of a revision. */
  public Path file(String id) {
    // An id may be longer than a file name, and hold what file systems do not take.
    boolean plain = id.length() < 100 && id.chars().allMatch(Character::isLetterOrDigit);
    return folder().resolve((plain ? id : Integer.toHexString(id.hashCode())) + "_test.sql");
  }

  /** Replaces a text in the file of a revision, as an author does who mends it. */
  public void edit(String id, String from, String to) {
    try {
      String text = Files.readString(file(id));
      if (!text.contains(from)) {
        throw new IllegalArgumentException("\"" + from + "\" does not stand in " + file(id));
      }
      Files.writeString(file(id), text.replace(from, to));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String directive(String name, String... values) {
    return values.length == 0 ? "" : "-- " + name + " " + String.join(", ", values) + "\n";
  }

  /**
   * A revision whose file is not finished; every method returns a new value.
   *
   * @param files where it goes
   * @param text the file so far
   * @param id the revision's id
   */
  public record Draft(RevisionFiles files, String text, String id) {

    /** Adds dependencies on revisions of other branches. */
    public Draft dependsOn(String... ids) {
      return with(directive("@depends-on", ids));
    }

    /** Adds labels. */
    public Draft labels(String... labels) {
      return with(directive("@labels", labels));
    }

    /** Adds the section that upgrades, each statement ended by a semicolon. */
    public Draft upgrade(String... statements) {
      return section("-- @upgrade\n", statements);
    }

    /** Adds the section that upgrades, to be run outside a transaction. */
    public Draft upgradeOutsideTransaction(String... statements) {
      return section("-- @upgrade\n-- @transaction off\n", statements);
    }

    /** Adds the section that takes the revision back. */
    public Draft downgrade(String... statements) {
      return section("-- @downgrade\n", statements);
    }

    /** Adds the section that takes the revision back, to be run outside a transaction. */
    public Draft downgradeOutsideTransaction(String... statements) {
      return section("-- @downgrade\n-- @transaction off\n", statements);
    }

    /** Adds lines as they are. */
    public Draft with(String lines) {
      return new Draft(files, text + lines, id);
    }

    /** Writes the file. */
    public void write() {
      RevisionFiles.write(files.file(id), text);
    }

    private Draft section(String head, String... statements) {
      StringBuilder section = new StringBuilder("\n").append(head);
      List.of(statements).forEach(sql -> section.append(sql).append(";\n"));
      return with(section.toString());
    }
  }
}
