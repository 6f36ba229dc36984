package dev.anabranch.testkit.confluence;

import dev.anabranch.dialect.Dialect;
import dev.anabranch.schema.CheckConstraint;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.ColumnValue;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.schema.ExclusionConstraint;
import dev.anabranch.schema.ForeignKey;
import dev.anabranch.schema.Index;
import dev.anabranch.schema.IndexPart;
import dev.anabranch.schema.OtherObject;
import dev.anabranch.schema.Table;
import dev.anabranch.schema.TableConstraint;
import dev.anabranch.schema.View;
import dev.anabranch.sql.SqlExpression;
import dev.anabranch.sql.SqlValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What objects have to do with each other, by which the change of one may touch another: foreign
 * keys, views, indexes, sequences, types and triggers. Immutable.
 *
 * <p>It is read from a schema, from what revisions create, or from both: without a database the
 * revisions of a project say enough.
 */
public final class Surroundings {

  private final List<Link> links;
  private final Map<String, List<Link>> byName = new LinkedHashMap<>();
  private final Map<String, Set<String>> aliases = new LinkedHashMap<>();

  private Surroundings(List<Link> links) {
    this.links = List.copyOf(links);
    this.links.forEach(this::index);
  }

  /** Returns surroundings of which nothing is known. */
  public static Surroundings none() {
    return new Surroundings(List.of());
  }

  /**
   * Reads how the objects of a schema hang together.
   *
   * @param schema the schema
   * @param dialect the product, whose variants are meant
   */
  public static Surroundings of(DatabaseSchema schema, Dialect dialect) {
    List<Link> links = new ArrayList<>();
    schema.tables().forEach(table -> links.addAll(table(table, dialect)));
    for (View view : schema.views()) {
      String query = view.query().forDialect(dialect.names()).text();
      links.add(
          new Link.Definition(
              SchemaObject.of(SchemaObject.Kind.RELATION, ObjectName.of(view.name())),
              SqlWords.in(query)));
    }
    schema.others().forEach(other -> links.addAll(other(other)));
    return new Surroundings(links);
  }

  static List<Link> table(Table table, Dialect dialect) {
    List<Link> links = new ArrayList<>();
    ObjectName name = ObjectName.of(table.name());
    for (ForeignKey key : table.foreignKeys()) {
      links.add(reference(name, key));
    }
    table.indexes().stream()
        .flatMap(index -> index.name().stream())
        .forEach(index -> links.add(new Link.IndexOf(ObjectName.of(index), name)));
    table.constraints().stream()
        .flatMap(constraint -> constraint.name().stream())
        .forEach(given -> links.add(new Link.ConstraintOf(ObjectName.of(given), name)));
    links.addAll(FootprintBuilder.run(name, code(table, dialect)));
    for (Column column : table.columns()) {
      ColumnSources.of(column, dialect)
          .forEach(source -> links.add(new Link.ColumnSource(name.name(), source)));
      if (column.value() instanceof ColumnValue.Identity) {
        links.addAll(FootprintBuilder.counted(name, ObjectName.of(column.name())));
      }
    }
    return links;
  }

  // All that runs when a row is written.
  private static Set<String> code(Table table, Dialect dialect) {
    List<SqlExpression> code = new ArrayList<>();
    for (Column column : table.columns()) {
      if (column.value() instanceof ColumnValue.Computed computed) {
        code.add(computed.expression());
      } else if (column.value() instanceof ColumnValue.Default given
          && given.value() instanceof SqlValue.Computed computed) {
        code.add(computed.expression());
      }
    }
    for (Index index : table.indexes()) {
      code.addAll(index.details().where().stream().toList());
      for (IndexPart part : index.parts()) {
        if (part.key() instanceof IndexPart.ExpressionKey key) {
          code.add(key.expression());
        }
      }
    }
    Set<String> words = new LinkedHashSet<>();
    for (TableConstraint constraint : table.constraints()) {
      if (constraint instanceof CheckConstraint check) {
        code.add(check.condition());
      } else if (constraint instanceof ExclusionConstraint exclusion) {
        words.addAll(SqlWords.in(exclusion.toString()));
      }
    }
    code.forEach(each -> words.addAll(SqlWords.in(each.forDialect(dialect.names()).text())));
    return words;
  }

  static Link reference(ObjectName child, ForeignKey key) {
    boolean cascades =
        Stream.of(key.rules().onDelete(), key.rules().onUpdate())
            .anyMatch(action -> !ColumnSources.leavesAlone(action));
    return new Link.Reference(child.name(), ObjectName.of(key.referredTable()).name(), cascades);
  }

  private static List<Link> other(OtherObject other) {
    ObjectName name = ObjectName.of(other.name());
    Set<String> words = SqlWords.in(other.definition());
    SchemaObject object = SchemaObject.of(SchemaObject.Kind.OTHER, name);
    if (other.kind().equals("partition") || other.kind().equals("inheritance")) {
      List<Link> links = new ArrayList<>();
      links.add(new Link.Definition(object, words));
      SqlTokens.of(other.definition(), '"')
          .ifPresent(tokens -> links.addAll(SqlReader.wholes(name, tokens)));
      return links;
    }
    if (other.kind().equals("event trigger")) {
      return List.of(new Link.Definition(object, words), new Link.Fires(Link.ANYTHING));
    }
    if (!other.kind().contains("trigger") && !other.kind().equals("rule")) {
      return definition(other, name, words);
    }
    // A trigger carries its table's name in front; where it does not, its text has to do.
    int dot = name.name().indexOf('.');
    List<Link> links = new ArrayList<>();
    links.add(new Link.Definition(object, words));
    if (dot > 0) {
      links.add(new Link.Fires(name.name().substring(0, dot)));
    } else {
      words.forEach(word -> links.add(new Link.Fires(word)));
    }
    return links;
  }

  private static List<Link> definition(OtherObject other, ObjectName name, Set<String> words) {
    List<Link> links = new ArrayList<>();
    SchemaObject.Kind kind = kind(other.kind());
    ObjectName called = name;
    if (kind == SchemaObject.Kind.ROUTINE) {
      // Behind its name stand its arguments.
      called = new ObjectName(name.schema(), name.name().replaceFirst("\\(.*", ""));
    }
    links.add(new Link.Definition(SchemaObject.of(kind, called), words));
    // One of a table carries the table's name in front: it runs with the table's rows.
    int dot = name.name().indexOf('.');
    if (dot > 0 && kind == SchemaObject.Kind.OTHER) {
      links.addAll(FootprintBuilder.run(new ObjectName("", name.name().substring(0, dot)), words));
    }
    return links;
  }

  private static SchemaObject.Kind kind(String words) {
    if (Stream.of("function", "procedure", "aggregate", "package").anyMatch(words::contains)) {
      return SchemaObject.Kind.ROUTINE;
    } else if (words.endsWith("sequence") || words.endsWith("foreign table")) {
      return SchemaObject.Kind.RELATION;
    } else if (words.equals("domain") || words.endsWith(" type")) {
      return SchemaObject.Kind.TYPE;
    }
    return SchemaObject.Kind.OTHER;
  }

  /**
   * Returns the same with what revisions create.
   *
   * @param footprints the revisions' footprints
   */
  public Surroundings with(Collection<Footprint> footprints) {
    List<Link> more = new ArrayList<>(links);
    footprints.forEach(footprint -> more.addAll(footprint.links()));
    return new Surroundings(more);
  }

  Surroundings with(Surroundings other) {
    return withLinks(other.links);
  }

  Surroundings withLinks(List<Link> others) {
    List<Link> more = new ArrayList<>(links);
    more.addAll(others);
    return new Surroundings(more);
  }

  private void index(Link link) {
    if (link instanceof Link.Reference reference) {
      put(reference.child(), link);
      put(reference.parent(), link);
    } else if (link instanceof Link.Definition definition) {
      put(definition.object().relation().name(), link);
      definition.words().forEach(word -> put(word, link));
    } else if (link instanceof Link.IndexOf index) {
      put(index.name(), link);
      put(index.table().name(), link);
    } else if (link instanceof Link.ConstraintOf constraint) {
      put(constraint.table().name(), link);
    } else if (link instanceof Link.ColumnSource source) {
      put(source.table(), link);
      put(source.object().relation().name(), link);
    } else if (link instanceof Link.Fires fires) {
      put(fires.table(), link);
    } else if (link instanceof Link.PartOf part) {
      put(part.part(), link);
      put(part.whole(), link);
    } else if (link instanceof Link.Renamed renamed) {
      Set<String> names = new LinkedHashSet<>(names(renamed.from()));
      names.addAll(names(renamed.to()));
      names.forEach(name -> aliases.put(name, names));
    }
  }

  private void put(String name, Link link) {
    byName.computeIfAbsent(name, any -> new ArrayList<>()).add(link);
  }

  /** Returns all names that something has had or will have. */
  private Set<String> names(String name) {
    return aliases.getOrDefault(name, Set.of(name));
  }

  private <L extends Link> List<L> links(String name, Class<L> type) {
    List<L> found = new ArrayList<>();
    for (String each : names(name)) {
      byName.getOrDefault(each, List.of()).stream()
          .filter(type::isInstance)
          .map(type::cast)
          .forEach(found::add);
    }
    return found;
  }

  /** Returns the tables that a table refers to. */
  Set<String> parents(String table) {
    Set<String> found = new LinkedHashSet<>();
    links(table, Link.Reference.class).stream()
        .filter(link -> names(table).contains(link.child()))
        .forEach(link -> found.addAll(names(link.parent())));
    return found;
  }

  /** Returns the tables that refer to a table. */
  Set<String> children(String table) {
    return children(table, false);
  }

  /** Returns the tables whose rows may change with those of a table. */
  Set<String> cascading(String table) {
    return children(table, true);
  }

  private Set<String> children(String table, boolean cascading) {
    Set<String> found = new LinkedHashSet<>();
    links(table, Link.Reference.class).stream()
        .filter(link -> names(table).contains(link.parent()))
        .filter(link -> link.cascades() || !cascading)
        .forEach(link -> found.addAll(names(link.child())));
    return found;
  }

  /**
   * Returns what views, triggers and other definitions speak of a name, through other views too.
   */
  Set<SchemaObject> speakingOf(String name) {
    Set<SchemaObject> found = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(name));
    while (!open.isEmpty()) {
      String next = open.pop();
      for (Link.Definition link : links(next, Link.Definition.class)) {
        boolean speaks = names(next).stream().anyMatch(link.words()::contains);
        if (speaks && found.add(link.object())) {
          open.push(link.object().relation().name());
        }
      }
    }
    return found;
  }

  /**
   * Returns the names in the definition of a view and of the views it is made of; empty if none.
   */
  Set<String> viewWords(String name) {
    Set<String> words = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(name));
    Set<SchemaObject> seen = new LinkedHashSet<>();
    while (!open.isEmpty()) {
      String next = open.pop();
      for (Link.Definition link : links(next, Link.Definition.class)) {
        boolean view =
            link.object().kind() == SchemaObject.Kind.RELATION
                && names(next).contains(link.object().relation().name());
        if (view && seen.add(link.object())) {
          words.addAll(link.words());
          open.addAll(link.words());
        }
      }
    }
    return words;
  }

  /** Returns whether something belongs to a table, as the sequence of an identity does. */
  boolean belongs(SchemaObject object, String table) {
    return links(table, Link.Definition.class).stream()
        .anyMatch(link -> link.object().equals(object) && link.words().contains(table));
  }

  /** Returns whether a name is that of a routine, which may do anything. */
  boolean isRoutine(String name) {
    return links(name, Link.Definition.class).stream()
        .map(Link.Definition::object)
        .anyMatch(
            object ->
                object.kind() == SchemaObject.Kind.ROUTINE
                    && object.relation().name().equals(name.toLowerCase(Locale.ROOT)));
  }

  /** Returns the table of an index, if one is known, and only one. */
  Optional<ObjectName> tableOf(String index) {
    List<ObjectName> tables =
        links(index, Link.IndexOf.class).stream()
            .filter(link -> names(index).contains(link.name()))
            .map(Link.IndexOf::table)
            .distinct()
            .toList();
    return tables.size() == 1 ? Optional.of(tables.get(0)) : Optional.empty();
  }

  /** Returns what has a name of its own and goes with a table: indexes and constraints. */
  Set<SchemaObject> parts(String table) {
    Set<SchemaObject> found = new LinkedHashSet<>();
    for (Link.IndexOf link : links(table, Link.IndexOf.class)) {
      if (names(table).contains(link.table().name())) {
        found.add(new SchemaObject(SchemaObject.Kind.INDEX, link.table(), link.name()));
      }
    }
    for (Link.ConstraintOf link : links(table, Link.ConstraintOf.class)) {
      found.add(new SchemaObject(SchemaObject.Kind.CONSTRAINT, link.table(), link.name()));
    }
    return found;
  }

  /** Returns the sequences and types that columns of a table get their values from. */
  Set<SchemaObject> sources(String table) {
    Set<SchemaObject> found = new LinkedHashSet<>();
    links(table, Link.ColumnSource.class).stream()
        .filter(link -> names(table).contains(link.table()))
        .forEach(link -> found.add(link.object()));
    return found;
  }

  /** Returns the tables whose columns get their values from a sequence or type. */
  Set<String> fedBy(SchemaObject source) {
    Set<String> found = new LinkedHashSet<>();
    links(source.relation().name(), Link.ColumnSource.class).stream()
        .filter(link -> link.object().kind() == source.kind())
        .filter(link -> !names(source.relation().name()).contains(link.table()))
        .forEach(link -> found.addAll(names(link.table())));
    return found;
  }

  /** Returns the tables that share rows with a table: partitions, what inherits, and the whole. */
  Set<String> sharing(String table) {
    Set<String> found = new LinkedHashSet<>(names(table));
    Deque<String> open = new ArrayDeque<>(found);
    while (!open.isEmpty()) {
      for (Link.PartOf link : links(open.pop(), Link.PartOf.class)) {
        Set<String> both = new LinkedHashSet<>(names(link.part()));
        both.addAll(names(link.whole()));
        both.stream().filter(found::add).forEach(open::push);
      }
    }
    found.removeAll(names(table));
    return found;
  }

  /** Returns whether something fires when rows of a table change. */
  boolean fires(String table) {
    return !links(table, Link.Fires.class).isEmpty();
  }

  /** Returns whether something fires whatever is done. */
  boolean firesAlways() {
    return fires(Link.ANYTHING);
  }
}
