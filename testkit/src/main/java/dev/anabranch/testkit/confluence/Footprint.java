package dev.anabranch.testkit.confluence;

import dev.anabranch.dialect.Dialect;
import dev.anabranch.engine.StepContents;
import dev.anabranch.operation.Operation;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.sql.QualifiedName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a revision touches: which tables, columns, rows, keys, views, sequences, types and whatever
 * else it reads, changes, creates and drops, and what hangs on them. Immutable.
 *
 * <p>It errs to one side. What is not understood, such as a block of a procedural language, counts
 * as touching everything, and a name that may mean a thing counts as a use of it.
 */
public final class Footprint {

  private final String revision;
  private final List<Access> accesses;
  private final List<Mention> mentions;
  private final List<String> unknowns;
  private final List<Link> links;
  private final Map<SchemaObject.Key, List<Access>> byObject = new LinkedHashMap<>();
  private final Optional<Set<String>> tables;

  Footprint(
      String revision,
      List<Access> accesses,
      List<Mention> mentions,
      List<String> unknowns,
      List<Link> links) {
    this.revision = revision;
    this.accesses = List.copyOf(accesses);
    this.mentions = List.copyOf(mentions);
    this.unknowns = List.copyOf(unknowns);
    this.links = List.copyOf(links);
    for (Access access : accesses) {
      byObject.computeIfAbsent(access.object().key(), any -> new ArrayList<>()).add(access);
    }
    this.tables = changedTables();
  }

  /**
   * Returns what a revision touches.
   *
   * @param contents what it does
   * @param around the schema of a database that it may be applied to, such as that of the fork
   * @param dialect the product
   */
  public static Footprint of(StepContents contents, DatabaseSchema around, Dialect dialect) {
    return of(contents, Surroundings.of(around, dialect), dialect);
  }

  /**
   * Returns what a revision touches.
   *
   * @param contents what it does
   * @param around how the objects hang together that may be there before
   * @param dialect the product
   */
  public static Footprint of(StepContents contents, Surroundings around, Dialect dialect) {
    FootprintBuilder builder =
        new FootprintBuilder(contents.revision(), around, dialect::makesUpName);
    contents.asked().ifPresent(asked -> builder.unknown("it asks the database (" + asked + ")"));
    SqlFootprint sql = new SqlFootprint(builder, dialect);
    OperationFootprint operations = new OperationFootprint(builder, sql, dialect);
    for (StepContents.Part part : contents.parts()) {
      String place = " (" + part.location() + ")";
      Optional<Operation> operation = part.operation();
      if (operation.isPresent()) {
        operation.get().accept(operations);
      } else {
        part.sql().forEach(statement -> sql.add(statement, place));
      }
    }
    return builder.build();
  }

  /** Returns the revision's id. */
  public String revision() {
    return revision;
  }

  /** Returns whether the revision touches nothing at all, as a merge does. */
  public boolean isEmpty() {
    return accesses.isEmpty() && mentions.isEmpty() && unknowns.isEmpty();
  }

  /** Returns whether the revision may touch anything, because a part of it is not understood. */
  public boolean isUnknown() {
    return !unknowns.isEmpty();
  }

  /** Returns why the revision may touch anything, each reason in words; empty if it cannot. */
  public List<String> unknowns() {
    return unknowns;
  }

  /**
   * Returns the tables whose rows or structure may change, by their names in small letters; empty
   * if that may be any table.
   */
  public Optional<Set<String>> tables() {
    return tables;
  }

  private Optional<Set<String>> changedTables() {
    if (isUnknown()) {
      return Optional.empty();
    }
    Set<String> tables = new TreeSet<>();
    accesses.stream()
        .filter(access -> access.kind() != Access.Kind.READ)
        .filter(access -> isOfTable(access.object().kind()))
        .forEach(access -> tables.add(access.object().relation().name()));
    return Optional.of(Collections.unmodifiableSet(tables));
  }

  /** Returns whether rows or structure of a table may change. */
  public boolean mayChange(QualifiedName table) {
    return tables().map(names -> names.contains(ObjectName.of(table).name())).orElse(true);
  }

  private static boolean isOfTable(SchemaObject.Kind kind) {
    return switch (kind) {
      case RELATION, COLUMN, COLUMNS, ROWS, SETTINGS, INDEXES, INDEX, CONSTRAINT, TRIGGER -> true;
      case INDEX_KEY, NAMES, TYPE, ROUTINE, SCHEMA, OTHER -> false;
    };
  }

  List<Access> accesses() {
    return accesses;
  }

  List<Access> at(SchemaObject object) {
    return byObject.getOrDefault(object.key(), List.of());
  }

  /** Returns whether a statement names something, without saying what it does to it. */
  boolean mentions(SchemaObject object) {
    return mentions.stream().anyMatch(mention -> mention.uses(object));
  }

  /** Returns whether a statement copies the table that something belongs to, with all it has. */
  boolean copies(SchemaObject object) {
    return mentions.stream()
        .anyMatch(mention -> mention.copied().contains(object.relation().name()));
  }

  List<Link> links() {
    return links;
  }

  /** Returns the accesses as lines, for tests and for people who wonder. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Access access : accesses) {
      lines.add(
          (access.isCertain() ? "" : "perhaps ")
              + access.kind().verb()
              + " "
              + access.words()
              + (access.detail().isEmpty() ? "" : " (" + access.detail() + ")"));
    }
    unknowns.forEach(reason -> lines.add("anything: " + reason));
    return lines.stream().distinct().sorted().toList();
  }

  /** Returns the id and the lines. */
  @Override
  public String toString() {
    return revision + ": " + String.join("; ", lines());
  }
}
