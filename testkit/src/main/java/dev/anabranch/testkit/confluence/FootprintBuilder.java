package dev.anabranch.testkit.confluence;

import dev.anabranch.testkit.confluence.Access.Certainty;
import dev.anabranch.testkit.confluence.SchemaObject.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects what one revision does. For one thread. */
final class FootprintBuilder {

  private final String revision;
  private final List<Access> accesses = new ArrayList<>();
  private final List<Mention> mentions = new ArrayList<>();
  private final List<String> unknowns = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();
  private final Surroundings around;
  private Certainty certainty = Certainty.CERTAIN;

  /**
   * Creates a builder.
   *
   * @param revision the revision's id
   * @param around what was there before
   */
  FootprintBuilder(String revision, Surroundings around) {
    this.revision = revision;
    this.around = around;
  }

  /** Does something whose creations and drops may do nothing ({@code IF EXISTS}). */
  void tolerantly(boolean tolerant, Runnable work) {
    Certainty before = certainty;
    certainty = tolerant ? Certainty.POSSIBLE : before;
    work.run();
    certainty = before;
  }

  void add(SchemaObject object, Access.Kind kind, String detail, String noun) {
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

  void mention(Mention mention) {
    if (!mention.words().isEmpty() || mention.allColumns()) {
      mentions.add(mention);
    }
  }

  /** Notes the names in an expression on a table. */
  void expression(ObjectName table, String sql) {
    mention(new Mention(Set.of(table.name()), SqlWords.in(sql), false));
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
