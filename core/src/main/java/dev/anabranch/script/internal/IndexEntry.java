package dev.anabranch.script.internal;

import java.util.List;
import java.util.Objects;

/**
 * What the index says of a revision that a build compiled.
 *
 * @param className the binary name of its class
 * @param id the revision's id
 * @param links what it stands on
 * @param words what people read
 * @param losses the tables and columns whose rows its downgrade loses
 * @param origin where it was written
 */
public record IndexEntry(
    String className, String id, Links links, Words words, List<String> losses, Origin origin) {

  /** Checks that everything is there. */
  public IndexEntry {
    Objects.requireNonNull(className, "className");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(links, "links");
    Objects.requireNonNull(words, "words");
    losses = List.copyOf(losses);
    Objects.requireNonNull(origin, "origin");
  }

  /** Returns the line of the source on which the revision is declared, 0 if nobody knows. */
  public int line() {
    return origin.line();
  }

  /** Returns the package of the class with points; empty for the one without a name. */
  public String packageName() {
    return className.substring(0, Math.max(0, className.lastIndexOf('.')));
  }

  /**
   * How a revision hangs together with others.
   *
   * @param revises its parents
   * @param labels its labels
   * @param dependsOn what it needs besides
   */
  public record Links(List<String> revises, List<String> labels, List<String> dependsOn) {

    /** Copies the lists. */
    public Links {
      revises = List.copyOf(revises);
      labels = List.copyOf(labels);
      dependsOn = List.copyOf(dependsOn);
    }
  }

  /**
   * The texts of a revision, each possibly empty.
   *
   * @param message what it does
   * @param description the free text
   * @param created when it was created
   * @param irreversible why there is no way back
   */
  public record Words(String message, String description, String created, String irreversible) {

    /** Checks that everything is there. */
    public Words {
      Objects.requireNonNull(message, "message");
      Objects.requireNonNull(description, "description");
      Objects.requireNonNull(created, "created");
      Objects.requireNonNull(irreversible, "irreversible");
    }
  }

  /**
   * The source of a revision.
   *
   * @param file the name of the source file
   * @param line the line of the declaration, 0 if the build could not tell
   * @param checksum the checksum of the source, empty if the build could not tell
   */
  public record Origin(String file, int line, String checksum) {

    /** Checks that everything is there. */
    public Origin {
      Objects.requireNonNull(file, "file");
      Objects.requireNonNull(checksum, "checksum");
    }
  }
}
