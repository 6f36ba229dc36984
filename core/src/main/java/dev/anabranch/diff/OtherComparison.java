package dev.anabranch.diff;

import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.schema.OtherObject;
import dev.anabranch.schema.Table;
import dev.anabranch.schema.View;
import dev.anabranch.sql.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Compares what no operation models. Such a thing belongs to a table or view if its name is that of
 * the table, or begins with it and a point; what belongs to a table that should not be there goes
 * with it and is not told by itself.
 */
final class OtherComparison {

  /** Kinds that have names of their own, so that one named like a table is another thing. */
  private static final Set<String> INDEPENDENT =
      Set.of("function", "procedure", "event", "domain", "constant", "role", "membership");

  /** Kinds whose name is that of what they are given for. */
  private static final Set<String> NAMELESS =
      Set.of("privilege", "schema privilege", "default privileges", "membership");

  /** Kinds that say nothing without what they consist of. */
  private static final Set<String> TELLING =
      Set.of("comment", "constraint detail", "index state", "owner");

  /** Several may have one kind and name, such as the privileges on a table. */
  private record Key(String kind, QualifiedName name) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byKind = kind.compareTo(other.kind);
      return byKind != 0 ? byKind : name.toString().compareTo(other.name.toString());
    }
  }

  private final DatabaseSchema expected;
  private final DatabaseSchema actual;
  private final Map<String, QualifiedName> relations = new HashMap<>();
  private final Set<QualifiedName> unexpected = new HashSet<>();

  OtherComparison(DatabaseSchema expected, DatabaseSchema actual) {
    this.expected = expected;
    this.actual = actual;
  }

  private static Stream<QualifiedName> relations(DatabaseSchema schema) {
    return Stream.concat(
        schema.tables().stream().map(Table::name), schema.views().stream().map(View::name));
  }

  void compare(Differences found) {
    if (expected.others().equals(actual.others())) {
      return;
    }
    relations(actual).forEach(unexpected::add);
    relations(expected).forEach(unexpected::remove);
    Stream.concat(relations(expected), relations(actual))
        .forEach(name -> relations.put(name.toString(), name));
    Map<Key, List<String>> should = byKey(expected.others());
    Map<Key, List<String>> is = byKey(actual.others());
    Set<Key> keys = new TreeSet<>(should.keySet());
    keys.addAll(is.keySet());
    for (Key key : keys) {
      compare(key, should.getOrDefault(key, List.of()), is.getOrDefault(key, List.of()), found);
    }
  }

  private static Map<Key, List<String>> byKey(List<OtherObject> others) {
    Map<Key, List<String>> byKey = new HashMap<>();
    others.forEach(
        other ->
            byKey
                .computeIfAbsent(new Key(other.kind(), other.name()), key -> new ArrayList<>())
                .add(other.definition()));
    return byKey;
  }

  private void compare(Key key, List<String> should, List<String> is, Differences found) {
    Optional<QualifiedName> owner = owner(key);
    if (should.equals(is) || owner.filter(unexpected::contains).isPresent()) {
      return;
    }
    if (should.size() == 1 && is.size() == 1) {
      found.changed(
          subject(key, owner, ""),
          new Changes().of(Aspect.DEFINITION, should.get(0), is.get(0), text -> text).all(),
          List.of());
      return;
    }
    boolean several = should.size() > 1 || is.size() > 1;
    without(should, is)
        .forEach(text -> found.missing(subject(key, owner, several, text), List.of()));
    without(is, should)
        .forEach(text -> found.unexpected(subject(key, owner, several, text), List.of()));
  }

  private static List<String> without(List<String> all, List<String> others) {
    List<String> rest = new ArrayList<>(all);
    others.forEach(rest::remove);
    return rest;
  }

  private Optional<QualifiedName> owner(Key key) {
    String name = key.name().toString();
    QualifiedName same = relations.get(name);
    if (same != null && !INDEPENDENT.contains(key.kind())) {
      return Optional.of(same);
    }
    int start = key.name().schema().map(schema -> schema.value().length() + 1).orElse(0);
    for (int at = name.indexOf('.', start); at >= 0; at = name.indexOf('.', at + 1)) {
      QualifiedName relation = relations.get(name.substring(0, at));
      if (relation != null) {
        return Optional.of(relation);
      }
    }
    return Optional.empty();
  }

  // What has no name of its own is told by what it says.
  private static Subject subject(
      Key key, Optional<QualifiedName> owner, boolean several, String definition) {
    boolean nameless =
        NAMELESS.contains(key.kind())
            || TELLING.contains(key.kind())
            || owner.filter(key.name()::equals).isPresent();
    return subject(key, owner, several || nameless ? definition : "");
  }

  private static Subject subject(Key key, Optional<QualifiedName> owner, String definition) {
    String name =
        owner
            .map(table -> key.name().toString().substring(table.toString().length()))
            .map(rest -> rest.startsWith(".") ? rest.substring(1) : rest)
            .orElseGet(() -> Words.name(key.name()));
    String said = definition.isEmpty() ? "" : "\"" + Excerpt.beginning(definition) + "\"";
    return new Subject(
        key.kind().equals("comment") ? "comment on" : key.kind(),
        (name + " " + said).strip(),
        owner);
  }
}
