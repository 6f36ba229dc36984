package dev.anabranch.testkit.confluence;

import dev.anabranch.dialect.Dialect;
import dev.anabranch.engine.StepContents;
import dev.anabranch.error.AnabranchException;
import dev.anabranch.revision.Direction;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.schema.NamingConvention;
import dev.anabranch.script.RevisionScript;
import dev.anabranch.script.RevisionScripts;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the upgrades of a project's revisions touch on one product, and what pairs of them are to
 * each other, without a database. For one thread.
 */
public final class Relations {

  private final Dialect dialect;
  private final Map<String, StepContents> contents;
  private final Map<String, String> unreadable;
  private final Surroundings around;
  private final Map<String, Footprint> footprints = new HashMap<>();

  private Relations(
      Dialect dialect,
      Map<String, StepContents> contents,
      Map<String, String> unreadable,
      Surroundings around) {
    this.dialect = dialect;
    this.contents = contents;
    this.unreadable = unreadable;
    this.around = around;
  }

  /**
   * Reads revisions.
   *
   * @param scripts the project's revisions
   * @param ids those that are read; what the others do is not known of
   * @param dialect the product
   * @param naming names constraints and indexes of operations that have no name
   */
  public static Relations of(
      RevisionScripts scripts, Collection<String> ids, Dialect dialect, NamingConvention naming) {
    Map<String, StepContents> contents = new LinkedHashMap<>();
    Map<String, String> unreadable = new LinkedHashMap<>();
    for (String id : ids) {
      RevisionScript script = scripts.script(id).orElseThrow();
      try {
        contents.put(id, StepContents.read(script, Direction.UPGRADE, dialect, naming));
      } catch (AnabranchException e) {
        unreadable.put(id, String.valueOf(e.getMessage()));
      }
    }
    Surroundings none = Surroundings.none();
    List<Footprint> alone =
        contents.values().stream().map(each -> Footprint.of(each, none, dialect)).toList();
    return new Relations(dialect, contents, unreadable, none.with(alone));
  }

  /** Returns the same, knowing as well how the objects of a schema hang together. */
  Relations with(DatabaseSchema schema) {
    return new Relations(
        dialect, contents, unreadable, around.with(Surroundings.of(schema, dialect)));
  }

  /** Returns what a revision touches. */
  public Footprint footprint(String id) {
    return footprints.computeIfAbsent(id, this::read);
  }

  private Footprint read(String id) {
    StepContents known = contents.get(id);
    if (known == null) {
      String reason = unreadable.getOrDefault(id, "it was not read");
      return new Footprint(id, List.of(), List.of(), List.of(reason), List.of());
    }
    return Footprint.of(known, around, dialect);
  }

  /** Compares two revisions. */
  public Commutation compare(String first, String second) {
    return Commutation.of(footprint(first), footprint(second));
  }

  /** Returns what the server gets for a revision; nothing where that is not known. */
  List<String> sql(String id) {
    StepContents known = contents.get(id);
    return known == null ? List.of() : known.sql();
  }

  /** Returns why some revisions cannot be read, by their ids. */
  Map<String, String> unreadable(Collection<String> ids) {
    Map<String, String> found = new LinkedHashMap<>(unreadable);
    found.keySet().retainAll(ids);
    return found;
  }

  /** Returns of how many parts a revision consists; those that are not known count as many. */
  int size(String id) {
    return Optional.ofNullable(contents.get(id))
        .filter(known -> !known.asksDatabase())
        .map(known -> known.parts().size())
        .orElse(1000);
  }
}
