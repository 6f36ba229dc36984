package dev.anabranch.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/**
 * Builds histories for tests: lines that fork, merge and depend on each other, as busy projects
 * have them.
 */
final class Braids {

  private Braids() {}

  /** Returns one long line. */
  static List<Revision> line(int size) {
    List<Revision> revisions = new ArrayList<>(size);
    for (int number = 0; number < size; number++) {
      revisions.add(number == 0 ? Revision.of(id(0)) : Revision.of(id(number), id(number - 1)));
    }
    return revisions;
  }

  /**
   * Returns a braided history.
   *
   * @param size the number of revisions
   * @param lines how many lines are open at most
   */
  static List<Revision> braid(int size, int lines, Random random) {
    List<Revision> revisions = new ArrayList<>(size);
    List<String> tips = new ArrayList<>();
    for (int number = 0; number < size; number++) {
      String id = id(number);
      List<String> parents = new ArrayList<>();
      List<String> dependencies = new ArrayList<>();
      int choice = random.nextInt(100);
      if (tips.isEmpty() || (choice < 2 && tips.size() < lines)) {
        // A base of its own.
      } else if (choice < 20 && tips.size() > 1) {
        parents.add(tips.remove(random.nextInt(tips.size())));
        parents.add(tips.remove(random.nextInt(tips.size())));
      } else if (choice < 35 && tips.size() < lines) {
        parents.add(revisions.get(number - 1 - random.nextInt(Math.min(number, 20))).id());
        tips.remove(parents.get(0));
      } else {
        parents.add(tips.remove(random.nextInt(tips.size())));
      }
      if (number > 0 && random.nextInt(10) == 0) {
        dependencies.add(revisions.get(random.nextInt(number)).id());
      }
      tips.add(id);
      List<String> labels = random.nextInt(500) == 0 ? List.of("label" + number) : List.of();
      revisions.add(new Revision(id, parents, dependencies, labels, "", Optional.empty()));
    }
    return revisions;
  }

  /** Returns an id whose order has nothing to do with the number, as with random ids. */
  static String id(int number) {
    return String.format(
        Locale.ROOT, "%08x%04x", (number * 2654435761L) & 0xffffffffL, number & 0xffff);
  }
}
