package dev.anabranch.testkit.rows;

import dev.anabranch.sql.Identifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Makes rows that keep the rules of a table, one after the other: what breaks a rule is chosen
 * again, until nothing does or patience ends. For one thread.
 */
final class RowMaker {

  private static final int PATIENCE = 400;

  private final TableShape shape;
  private final List<RowUnit> units;
  private final long seed;
  private final List<Set<List<String>>> taken = new ArrayList<>();
  private String obstacle = "its foreign keys";

  RowMaker(TableShape shape, List<RowUnit> units, long seed) {
    this.shape = shape;
    this.units = units;
    this.seed = seed;
    shape.uniqueRules().forEach(rule -> taken.add(new HashSet<>()));
  }

  /** Returns what kept the last row from being made that was not. */
  String obstacle() {
    return obstacle;
  }

  /** Counts a row that is there among those that others must differ from. */
  void take(Map<Identifier, Sample> row) {
    for (int i = 0; i < taken.size(); i++) {
      shape.uniqueRules().get(i).key(row).ifPresent(taken.get(i)::add);
    }
  }

  /** Takes a row back that did not come to be. */
  void giveBack(Map<Identifier, Sample> row) {
    for (int i = 0; i < taken.size(); i++) {
      shape.uniqueRules().get(i).key(row).ifPresent(taken.get(i)::remove);
    }
  }

  /** Remembers that the server took a row. */
  void learn(Map<Identifier, Sample> row) {
    for (RowUnit unit : units) {
      if (unit instanceof ColumnUnit column) {
        column.remember(row.getOrDefault(column.columns().get(0), Sample.NULL));
      }
    }
  }

  /**
   * Makes a row and counts it as taken.
   *
   * @param number its number in the table
   * @param mood how daring its values are
   * @param attempt how often it was tried before
   * @param fixed the values that are there already
   * @return empty if there is no other row that keeps all rules
   */
  Optional<Map<Identifier, Sample>> make(
      int number, RowRequest.Mood mood, int attempt, Map<Identifier, Sample> fixed) {
    SplittableRandom random = new SplittableRandom(seed + 31L * number + 7_919L * attempt);
    RowRequest request = new RowRequest(number, mood, random);
    int[] choices = new int[units.size()];
    if (attempt > 0) {
      for (int i = 0; i < choices.length; i++) {
        choices[i] = attempt;
      }
    }
    for (int i = 0; i < PATIENCE; i++) {
      Map<Identifier, Sample> row = new LinkedHashMap<>(fixed);
      Optional<Set<Identifier>> broken = choose(row, choices, request);
      if (broken.isEmpty()) {
        broken = brokenRule(row);
      }
      if (broken.isEmpty()) {
        take(row);
        return Optional.of(row);
      }
      if (!chooseOtherwise(choices, broken.get(), random)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private Optional<Set<Identifier>> choose(
      Map<Identifier, Sample> row, int[] choices, RowRequest request) {
    for (int i = 0; i < choices.length; i++) {
      RowUnit unit = units.get(i);
      // Each unit has a chance of its own, so that another one's next choice changes nothing here.
      RowRequest own =
          new RowRequest(
              request.number(),
              request.mood(),
              new SplittableRandom(
                  seed + 31L * request.number() + 1_000_003L * i + 101L * choices[i]));
      if (!unit.choose(row, choices[i], own)) {
        Set<Identifier> columns = new HashSet<>();
        for (RowUnit each : units) {
          if (each.columns().stream().anyMatch(unit.columns()::contains)) {
            columns.addAll(each.columns());
          }
        }
        return Optional.of(columns);
      }
    }
    return Optional.empty();
  }

  private Optional<Set<Identifier>> brokenRule(Map<Identifier, Sample> row) {
    for (CheckCondition check : shape.checks()) {
      if (check.isBrokenBy(row)) {
        obstacle = check.name();
        return Optional.of(check.columns());
      }
    }
    for (int i = 0; i < taken.size(); i++) {
      UniqueRule rule = shape.uniqueRules().get(i);
      if (rule.key(row).filter(taken.get(i)::contains).isPresent()) {
        obstacle = "what is unique in it";
        return Optional.of(rule.prefixes().keySet());
      }
    }
    return Optional.empty();
  }

  private boolean chooseOtherwise(int[] choices, Set<Identifier> columns, SplittableRandom random) {
    List<Integer> involved = new ArrayList<>();
    for (int i = 0; i < units.size(); i++) {
      if (units.get(i).columns().stream().anyMatch(columns::contains)) {
        involved.add(i);
      }
    }
    if (involved.isEmpty()) {
      return false;
    }
    choices[involved.get(random.nextInt(involved.size()))]++;
    return true;
  }
}
