package dev.anabranch.testkit.confluence;

import dev.anabranch.testkit.confluence.Access.Certainty;
import dev.anabranch.testkit.confluence.SchemaObject.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Follows what a revision does to what hangs on it: keys, views, sequences, triggers. Used once.
 */
final class Closure {

  private final Surroundings around;
  private final Set<Access> found = new LinkedHashSet<>();
  private final Set<Mention> mentions = new LinkedHashSet<>();
  private final Set<String> unknowns = new LinkedHashSet<>();
  private final Deque<Access> open = new ArrayDeque<>();

  Closure(Surroundings around) {
    this.around = around;
  }

  void follow(List<Access> accesses, List<Mention> named) {
    mentions.addAll(named);
    named.forEach(mention -> routines(mention.words()));
    accesses.forEach(this::add);
    while (!open.isEmpty()) {
      follow(open.poll());
    }
  }

  List<Access> accesses() {
    return List.copyOf(found);
  }

  List<Mention> mentions() {
    return List.copyOf(mentions);
  }

  List<String> unknowns() {
    return new ArrayList<>(unknowns);
  }

  private void add(Access access) {
    if (found.add(access)) {
      open.add(access);
      if (around.firesAlways() && access.kind() != Access.Kind.READ) {
        unknowns.add("an event trigger may fire");
      }
    }
  }

  // What is done to a part of a table needs the table, unless it is new.
  private void belongs(SchemaObject object) {
    boolean part =
        switch (object.kind()) {
          case RELATION, TYPE, ROUTINE, SCHEMA, OTHER, NAMES, SETTINGS -> false;
          default -> true;
        };
    SchemaObject relation = SchemaObject.of(Kind.RELATION, object.relation());
    boolean isNew =
        found.stream()
            .anyMatch(each -> each.object().equals(relation) && each.kind() == Access.Kind.CREATE);
    if (part && !isNew) {
      touch(relation, Access.Kind.READ);
    }
  }

  private void touch(SchemaObject object, Access.Kind kind) {
    boolean known =
        found.stream().anyMatch(each -> each.object().equals(object) && each.kind() == kind);
    if (!known) {
      add(new Access(object, kind, Certainty.POSSIBLE, "", "table"));
      belongs(object);
    }
  }

  private void touch(Kind kind, String table, Access.Kind access) {
    touch(SchemaObject.of(kind, new ObjectName("", table)), access);
  }

  private void follow(Access access) {
    String name = access.object().relation().name();
    boolean reads = access.kind() == Access.Kind.READ;
    if (!reads) {
      shared(access);
    }
    switch (access.object().kind()) {
      case ROWS -> {
        if (reads) {
          views(name);
        } else if (access.kind() == Access.Kind.WRITE) {
          rows(name);
        } else {
          // A new column has values in the rows that are there. The sequence of an identity counts
          // for no column but its own.
          sequences(name)
              .filter(sequence -> !around.belongs(sequence, name))
              .forEach(sequence -> touch(sequence, Access.Kind.WRITE));
        }
      }
      case RELATION -> {
        if (reads) {
          views(name);
        } else if (access.kind() != Access.Kind.CREATE) {
          structure(name);
          parts(name, access.kind());
          around
              .fedBy(access.object())
              .forEach(table -> touch(Kind.RELATION, table, Access.Kind.WRITE));
        }
      }
      case COLUMN -> {
        // A comment or a default is nobody else's.
        boolean own =
            access.kind() == Access.Kind.WRITE
                && (access.aspect().equals("comment") || access.aspect().equals("default"));
        if (!reads && !own && access.kind() != Access.Kind.CREATE) {
          structure(name);
          if (access.kind() == Access.Kind.DROP && !access.isRenaming()) {
            parts(name, Access.Kind.DROP);
          }
        }
      }
      case INDEX, CONSTRAINT -> {
        // The partitions' own are given names that the server makes up.
        if (access.kind() == Access.Kind.CREATE) {
          around.sharing(name).forEach(part -> touch(Kind.NAMES, part, Access.Kind.CREATE));
        }
      }
      case TYPE -> {
        if (!reads) {
          changed(around.fedBy(access.object()));
        }
      }
      case ROUTINE -> {
        if (!reads) {
          speaking(name);
          changed(around.fedBy(new SchemaObject(Kind.TYPE, access.object().relation(), "")));
        }
      }
      default -> {}
    }
  }

  // What is done to a partition is done to the whole, and to its other parts; the creation of the
  // table itself is not.
  private void shared(Access access) {
    SchemaObject object = access.object();
    boolean own =
        switch (object.kind()) {
          case ROWS, COLUMN, COLUMNS, INDEXES, CONSTRAINT, TRIGGER, NAMES -> false;
          case RELATION -> access.kind() == Access.Kind.CREATE;
          default -> true;
        };
    if (own) {
      return;
    }
    for (String other : around.sharing(object.relation().name())) {
      SchemaObject there =
          new SchemaObject(object.kind(), new ObjectName("", other), object.part());
      add(new Access(there, access.kind(), Certainty.POSSIBLE, access.detail(), access.noun()));
    }
  }

  // A view hands on what its tables hold.
  private void views(String name) {
    Set<String> words = around.viewWords(name);
    if (!words.isEmpty()) {
      mentions.add(new Mention(Set.of(), words, true));
      routines(words);
    }
  }

  private void routines(Set<String> words) {
    words.stream()
        .filter(around::isRoutine)
        .forEach(name -> unknowns.add("it may call the routine " + name));
  }

  // What columns are made of has changed, or is gone and has taken them with it.
  private void changed(Set<String> tables) {
    for (String table : tables) {
      touch(Kind.RELATION, table, Access.Kind.WRITE);
      touch(Kind.ROWS, table, Access.Kind.WRITE);
    }
  }

  private Stream<SchemaObject> sequences(String table) {
    return around.sources(table).stream().filter(source -> source.kind() == Kind.RELATION);
  }

  private void rows(String name) {
    around.parents(name).forEach(parent -> touch(Kind.ROWS, parent, Access.Kind.READ));
    around.children(name).forEach(child -> touch(Kind.ROWS, child, Access.Kind.READ));
    around.cascading(name).forEach(child -> touch(Kind.ROWS, child, Access.Kind.WRITE));
    sequences(name).forEach(sequence -> touch(sequence, Access.Kind.WRITE));
    around.sources(name).stream()
        .filter(source -> source.kind() == Kind.TYPE)
        .forEach(type -> touch(type, Access.Kind.READ));
    around.sources(name).stream()
        .map(source -> source.relation().name())
        .filter(around::isRoutine)
        .forEach(routine -> unknowns.add(name + " may call the routine " + routine));
    around.viewWords(name).forEach(word -> touch(Kind.ROWS, word, Access.Kind.WRITE));
    if (around.fires(name)) {
      unknowns.add("a trigger fires on " + name);
    }
  }

  // With a table and with a column go indexes and constraints, also those that nobody has named.
  private void parts(String name, Access.Kind kind) {
    around.parts(name).forEach(part -> touch(part, kind));
    touch(Kind.NAMES, name, kind);
  }

  private void structure(String name) {
    for (String other : union(around.parents(name), around.children(name))) {
      if (!other.equals(name)) {
        touch(Kind.INDEXES, other, Access.Kind.WRITE);
      }
    }
    speaking(name);
  }

  private void speaking(String name) {
    around.speakingOf(name).forEach(object -> touch(object, Access.Kind.WRITE));
  }

  private static Set<String> union(Set<String> some, Set<String> others) {
    Set<String> all = new LinkedHashSet<>(some);
    all.addAll(others);
    return all;
  }
}
