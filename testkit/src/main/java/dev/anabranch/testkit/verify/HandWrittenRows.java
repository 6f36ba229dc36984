package dev.anabranch.testkit.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Rows that a user writes for a revision, besides those that are generated.
 *
 * @param revision the revision's id
 * @param moment before its first upgrade, or after it
 * @param products the products that get them, or the names of their families; empty for all
 * @param writer writes them
 * @param origin where they come from, for messages
 */
public record HandWrittenRows(
    String revision, Moment moment, List<String> products, Writer writer, String origin) {

  private static final Pattern FILE =
      Pattern.compile("(?<id>[^.]+)\\.(?<moment>before|after)(\\.(?<product>[a-z0-9]+))?\\.sql");

  /** Writes rows. */
  public sealed interface Writer {}

  /**
   * Writes rows by SQL, split as the statements of a revision are.
   *
   * @param text the statements
   */
  public record Sql(String text) implements Writer {}

  /**
   * Writes rows by code.
   *
   * @param code what writes them
   */
  public record Code(RowCode code) implements Writer {}

  /** Code that writes rows. */
  @FunctionalInterface
  public interface RowCode {
    /**
     * Writes.
     *
     * @param connection a connection to the scratch database, in auto-commit mode
     */
    void write(Connection connection) throws SQLException;
  }

  /** Copies the list. */
  public HandWrittenRows {
    Objects.requireNonNull(revision, "revision");
    if (moment == Moment.AFTER_DOWNGRADE) {
      throw new IllegalArgumentException("rows are written before or after an upgrade");
    }
    products = List.copyOf(products);
    Objects.requireNonNull(writer, "writer");
    Objects.requireNonNull(origin, "origin");
  }

  /** Returns rows written by SQL, on every product. */
  public static HandWrittenRows sql(String revision, Moment moment, String text) {
    return new HandWrittenRows(
        revision, moment, List.of(), new Sql(text), "rows " + moment.title() + " " + revision);
  }

  /** Returns rows written by code, on every product. */
  public static HandWrittenRows code(String revision, Moment moment, RowCode code) {
    return new HandWrittenRows(
        revision, moment, List.of(), new Code(code), "rows " + moment.title() + " " + revision);
  }

  /**
   * Reads the files of a folder: {@code <id>.before.sql} and {@code <id>.after.sql}, or {@code
   * <id>.before.postgresql.sql} for one product; sorted by name.
   *
   * @param folder the folder
   * @throws UncheckedIOException if it cannot be read
   * @throws IllegalArgumentException if a file has another name, which would never be used
   */
  public static List<HandWrittenRows> folder(Path folder) {
    List<HandWrittenRows> rows = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        rows.add(file(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  private static HandWrittenRows file(Path file) throws IOException {
    Matcher name = FILE.matcher(file.getFileName().toString());
    if (!name.matches()) {
      throw new IllegalArgumentException(
          "Cannot use the rows of \""
              + file
              + "\": the name of such a file is <revision>.before.sql, <revision>.after.sql or"
              + " <revision>.before.<product>.sql.");
    }
    return new HandWrittenRows(
        name.group("id"),
        name.group("moment").equals("before") ? Moment.BEFORE_UPGRADE : Moment.AFTER_UPGRADE,
        Optional.ofNullable(name.group("product")).stream().toList(),
        new Sql(Files.readString(file)),
        file.toString());
  }

  /** Returns whether a product that answers to some names gets them. */
  boolean isFor(List<String> dialectNames) {
    return products.isEmpty() || products.stream().anyMatch(dialectNames::contains);
  }
}
