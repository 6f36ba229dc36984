package dev.anabranch.testkit.rows;

import dev.anabranch.sql.Identifier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The value of one column. */
final class ColumnUnit implements RowUnit {

  /** Every so many rows one is null. */
  static final int NULL_EVERY = 6;

  private static final int ORDINARY = 3;

  /** Where values begin that give way to others. */
  private static final int BEHIND_OTHERS = 60;

  /** What is asked of the values of a column besides its type. */
  enum Role {
    /** Nothing: the same value may be there many times, and is. */
    FREE,
    /** It tells rows apart by itself or with others. */
    UNIQUE,
    /**
     * It is the primary key, or part of it. Such numbers begin at 1 and have no edges: a largest
     * one would leave no room for the next.
     */
    KEY,
    /** It is given the key of another row later, and until then what is no key. */
    WAITING
  }

  private final Identifier column;
  private final SampleSource source;
  private final Role role;
  private final boolean nullable;
  private final int turn;
  private final List<Sample> candidates;
  private final List<Sample> good = new ArrayList<>();

  /**
   * Creates the unit.
   *
   * @param column the column
   * @param source what makes its values
   * @param role what is asked of them
   * @param nullable whether it may be null
   * @param turn by how much its edges are moved, so that those of all columns do not meet in a row
   * @param candidates values that conditions ask for
   */
  ColumnUnit(
      Identifier column,
      SampleSource source,
      Role role,
      boolean nullable,
      int turn,
      List<Sample> candidates) {
    this.column = column;
    this.source = source;
    this.role = role;
    this.nullable = nullable;
    this.turn = turn;
    Set<Sample> all = new LinkedHashSet<>(candidates);
    if (!candidates.isEmpty()) {
      source.edges().stream().filter(ColumnUnit::isMeasurable).forEach(all::add);
      for (int i = 0; i < ORDINARY; i++) {
        source.ordinary(i).ifPresent(all::add);
      }
      if (nullable) {
        all.add(Sample.NULL);
      }
    }
    this.candidates = List.copyOf(all);
  }

  // How long a character beyond U+FFFF is differs from server to server, and so does a condition.
  private static boolean isMeasurable(Sample sample) {
    return !(sample.plain() instanceof String text)
        || text.chars().noneMatch(c -> Character.isSurrogate((char) c));
  }

  @Override
  public List<Identifier> columns() {
    return List.of(column);
  }

  @Override
  public boolean choose(Map<Identifier, Sample> row, int choice, RowRequest request) {
    Optional<Sample> sample = sample(choice, request);
    sample.ifPresent(value -> row.put(column, value));
    return sample.isPresent();
  }

  /** Keeps a value that the server took, where conditions left no other judge. */
  void remember(Sample sample) {
    if (!candidates.isEmpty() && good.size() < NULL_EVERY && !good.contains(sample)) {
      good.add(sample);
    }
  }

  private Optional<Sample> sample(int choice, RowRequest request) {
    int number = request.number();
    if (!candidates.isEmpty() && (choice > 0 || role == Role.FREE)) {
      return conditional(choice, request);
    } else if (nullable && choice == 0 && number > 1 && (number + turn) % NULL_EVERY == 0) {
      return Optional.of(Sample.NULL);
    }
    return switch (role) {
      case WAITING -> source.ordinary(BEHIND_OTHERS + number + choice).or(() -> counted(number));
      case KEY -> source.ordinary(number + choice).or(() -> counted(number + choice));
      case UNIQUE -> request.isTame() ? source.ordinary(number + choice) : counted(number + choice);
      case FREE -> free(number + choice, request);
    };
  }

  private Optional<Sample> counted(int index) {
    List<Sample> edges = source.edges();
    return index < edges.size()
        ? Optional.of(edges.get(index))
        : source.ordinary(index - edges.size()).or(() -> fallback(index));
  }

  private Optional<Sample> fallback(int index) {
    return source.edges().isEmpty()
        ? Optional.empty()
        : Optional.of(source.edges().get(index % source.edges().size()));
  }

  // The first two rows are ordinary and alike, whatever the edges.
  private Optional<Sample> free(int number, RowRequest request) {
    List<Sample> edges = source.edges();
    // A row in which the column is null takes no edge away from the others.
    int nulls = nullable ? (number + turn) / NULL_EVERY : 0;
    int place = (number - nulls + turn) % (edges.size() + ORDINARY);
    if (number > 1 && !request.isTame() && place < edges.size()) {
      return Optional.of(edges.get(place));
    }
    int which = number > 1 ? place % ORDINARY : 0;
    return source.ordinary(which).or(() -> source.ordinary(0)).or(() -> fallback(number));
  }

  private Optional<Sample> conditional(int choice, RowRequest request) {
    if (!good.isEmpty() && request.random().nextInt(3) > 0) {
      return Optional.of(good.get(request.random().nextInt(good.size())));
    } else if (choice == 0) {
      return Optional.of(candidates.get((request.number() + turn) % candidates.size()));
    } else if (role != Role.FREE && request.random().nextBoolean()) {
      return counted(request.number() + choice);
    }
    return Optional.of(candidates.get(request.random().nextInt(candidates.size())));
  }
}
