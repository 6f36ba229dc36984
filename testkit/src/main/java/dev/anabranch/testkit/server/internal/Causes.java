package dev.anabranch.testkit.server.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Failures of libraries in one line; the real reason is often two causes down. */
final class Causes {

  private Causes() {}

  static String describe(Throwable failure) {
    Set<String> lines = new LinkedHashSet<>();
    for (Throwable each : chain(failure)) {
      String message = each.getMessage();
      lines.add(
          message == null
              ? each.getClass().getSimpleName()
              : message.lines().findFirst().orElse(""));
    }
    return String.join(" - ", lines);
  }

  private static List<Throwable> chain(Throwable failure) {
    List<Throwable> chain = new ArrayList<>();
    @Nullable Throwable each = failure;
    while (each != null && chain.size() < 5) {
      chain.add(each);
      each = each.getCause();
    }
    return chain;
  }
}
