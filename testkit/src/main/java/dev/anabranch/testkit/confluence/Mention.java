package dev.anabranch.testkit.confluence;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The names in one statement. What they stand for is not known; a name that something else has
 * counts as a use of it.
 *
 * @param tables the tables whose columns the statement may name; what else it does to them is known
 * @param words names of which nothing is known, small letters
 * @param allColumns whether a star stands for all columns
 * @param copied tables of which everything is copied: columns, defaults, keys, comments
 */
record Mention(Set<String> tables, Set<String> words, boolean allColumns, Set<String> copied) {

  Mention {
    tables = Collections.unmodifiableSet(new LinkedHashSet<>(tables));
    words = Collections.unmodifiableSet(new LinkedHashSet<>(words));
    copied = Collections.unmodifiableSet(new LinkedHashSet<>(copied));
  }

  Mention(Set<String> tables, Set<String> words, boolean allColumns) {
    this(tables, words, allColumns, Set.of());
  }

  boolean uses(SchemaObject object) {
    String relation = object.relation().name();
    return switch (object.kind()) {
      case COLUMN ->
          (tables.contains(relation) || words.contains(relation))
              && (allColumns || words.contains(object.part()));
      case COLUMNS -> words.contains(relation) || (allColumns && tables.contains(relation));
      case RELATION, ROWS -> words.contains(relation);
      case SETTINGS, INDEXES, INDEX_KEY -> false;
      default -> words.contains(object.simpleName());
    };
  }

  /** Returns the same with what a view's definition names, for each view that is named. */
  Mention through(Surroundings around) {
    Set<String> more = new LinkedHashSet<>(words);
    tables.forEach(table -> more.addAll(around.viewWords(table)));
    words.forEach(word -> more.addAll(around.viewWords(word)));
    return more.size() == words.size() ? this : new Mention(tables, more, allColumns, copied);
  }
}
