package dev.anabranch.testkit.confluence;

import dev.anabranch.testkit.confluence.Access.Certainty;
import dev.anabranch.testkit.confluence.SchemaObject.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Collects what one revision does. For one thread. */
final class FootprintBuilder {

  private final String revision;
  private final List<Access> accesses = new ArrayList<>();
  private final List<Mention> mentions = new ArrayList<>();
  private final List<String> unknowns = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();
  private final Surroundings around;
  private final Predicate<String> madeUp;
  private Certainty certainty = Certainty.CERTAIN;

  /**
   * Creates a builder.
   *
   * @param revision the revision's id
   * @param around what was there before
   * @param madeUp tells names that the server makes up, whatever they are for
   */
  FootprintBuilder(String revision, Surroundings around, Predicate<String> madeUp) {
    this.revision = revision;
    this.around = around;
    this.madeUp = madeUp;
  }

  /** Does something whose creations and drops may do nothing ({@code IF EXISTS}). */
  void tolerantly(boolean tolerant, Runnable work) {
    Certainty before = certainty;
    certainty = tolerant ? Certainty.POSSIBLE : before;
    work.run();
    certainty = before;
  }

  void add(SchemaObject object, Access.Kind kind, String detail, String noun) {
    if (kind == Access.Kind.CREATE && object.kind().isNamed()) {
      named(object);
    }
    boolean tolerable = kind == Access.Kind.CREATE || kind == Access.Kind.DROP;
    accesses.add(new Access(object, kind, tolerable ? certainty : Certainty.CERTAIN, detail, noun));
    if (!object.relation().schema().isEmpty()) {
      accesses.add(
          new Access(
              SchemaObject.of(Kind.SCHEMA, new ObjectName("", object.relation().schema())),
              Access.Kind.READ,
              Certainty.CERTAIN,
              "",
              "schema"));
    }
  }

  private void named(SchemaObject object) {
    if (object.kind() == Kind.CONSTRAINT) {
      link(new Link.ConstraintOf(object.part(), object.relation()));
    }
    if (madeUp.test(object.simpleName())) {
      makesUpNames(new ObjectName("", Link.ANYTHING));
    }
  }

  void add(Kind kind, ObjectName relation, Access.Kind access) {
    add(SchemaObject.of(kind, relation), access, "", "table");
  }

  void add(Kind kind, ObjectName relation, String part, Access.Kind access) {
    add(new SchemaObject(kind, relation, part), access, "", "table");
  }

  /** Notes that a table, view or sequence has to be there. */
  void uses(ObjectName relation) {
    add(Kind.RELATION, relation, Access.Kind.READ);
  }

  /** Notes that a column has to be there. */
  void usesColumn(ObjectName table, String column) {
    add(Kind.COLUMN, table, column, Access.Kind.READ);
  }

  /** Notes that nothing is known of what is done to a table. */
  void changesSomehow(ObjectName table) {
    uses(table);
    for (Kind kind : List.of(Kind.RELATION, Kind.ROWS, Kind.COLUMNS, Kind.INDEXES, Kind.SETTINGS)) {
      add(kind, table, Access.Kind.WRITE);
    }
  }

  /** Notes that the server makes up a name for something of a table. */
  void makesUpNames(ObjectName table) {
    add(Kind.NAMES, table, Access.Kind.CREATE);
  }

  /** Notes that a table becomes what another one is. */
  void copies(ObjectName table) {
    uses(table);
    mention(new Mention(Set.of(table.name()), Set.of(), true, Set.of(table.name())));
  }

  /**
   * Notes that a column counts in a sequence that belongs to its table, and that the server names.
   */
  void counts(ObjectName table, String column) {
    makesUpNames(table);
    counted(table, column).forEach(this::link);
  }

  /**
   * Returns what ties a table to the sequence of a column, named as PostgreSQL does (manual, 8.1.4
   * Serial Types); elsewhere nobody can name it.
   */
  static List<Link> counted(ObjectName table, String column) {
    SchemaObject sequence =
        SchemaObject.of(Kind.RELATION, new ObjectName("", table.name() + "_" + column + "_seq"));
    return List.of(
        new Link.Definition(sequence, Set.of(table.name())),
        new Link.ColumnSource(table.name(), sequence));
  }

  /**
   * Notes the names in what runs when rows of a table change: a default, a check, the expression of
   * a column or an index. Any of them may be a type, a sequence or a routine.
   */
  void runs(ObjectName table, Set<String> words) {
    mention(new Mention(Set.of(table.name()), words, false));
    run(table, words).forEach(this::link);
  }

  /** Returns what ties a table to the names in what runs when its rows change. */
  static List<Link> run(ObjectName table, Set<String> words) {
    boolean counts = words.contains("nextval") || words.contains("next");
    List<Link> links = new ArrayList<>();
    for (String word : words) {
      ObjectName name = new ObjectName("", word);
      links.add(new Link.ColumnSource(table.name(), SchemaObject.of(Kind.TYPE, name)));
      if (counts) {
        links.add(new Link.ColumnSource(table.name(), SchemaObject.of(Kind.RELATION, name)));
      }
    }
    return links;
  }

  void mention(Mention mention) {
    if (!mention.words().isEmpty() || mention.allColumns()) {
      mentions.add(mention);
    }
  }

  /** Notes the names in an expression on a table. */
  void expression(ObjectName table, String sql) {
    runs(table, SqlWords.in(sql));
  }

  void link(Link link) {
    links.add(link);
  }

  /** Notes that something may touch everything. */
  void unknown(String reason) {
    unknowns.add(reason);
  }

  Surroundings around() {
    return around.withLinks(links);
  }

  Footprint build() {
    Surroundings all = around();
    List<Access> merged = merged();
    Closure closure = new Closure(all);
    closure.follow(merged, mentions.stream().map(mention -> mention.through(all)).toList());
    unknowns.addAll(closure.unknowns());
    return new Footprint(
        revision,
        closure.accesses(),
        closure.mentions(),
        List.copyOf(unknowns),
        List.copyOf(links));
  }

  // What is dropped and created again is there before and after; what is created and dropped is
  // not.
  private List<Access> merged() {
    Map<SchemaObject, List<Access>> byObject = new LinkedHashMap<>();
    accesses.forEach(
        access -> byObject.computeIfAbsent(access.object(), any -> new ArrayList<>()).add(access));
    List<Access> merged = new ArrayList<>();
    byObject.values().forEach(some -> merged.addAll(merged(some)));
    return merged;
  }

  private static List<Access> merged(List<Access> accesses) {
    List<Access> structural =
        accesses.stream()
            .filter(each -> each.kind() == Access.Kind.CREATE || each.kind() == Access.Kind.DROP)
            .toList();
    if (structural.isEmpty()) {
      return accesses.stream().distinct().toList();
    }
    Access first = structural.get(0);
    Access last = structural.get(structural.size() - 1);
    Access whole = last;
    if (first.kind() != last.kind()) {
      whole =
          new Access(
              last.object(), Access.Kind.WRITE, last.certainty(), last.detail(), last.noun());
    }
    return List.of(whole);
  }
}
