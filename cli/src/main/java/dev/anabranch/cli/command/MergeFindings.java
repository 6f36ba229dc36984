package dev.anabranch.cli.command;

import dev.anabranch.cli.output.Console;
import dev.anabranch.cli.output.JsonWriter;
import dev.anabranch.cli.output.Style;
import dev.anabranch.error.ErrorCode;
import dev.anabranch.script.JavaRevisionScript;
import dev.anabranch.script.RevisionScript;
import dev.anabranch.script.RevisionScripts;
import dev.anabranch.testkit.confluence.MergeRelation;
import dev.anabranch.testkit.confluence.SharedObject;
import dev.anabranch.testkit.confluence.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What branches that are to be merged have in common.
 *
 * @param tips the ids in which they end
 * @param products the products for which they were compared
 * @param verdict the most trouble on any of them
 * @param shared what they have in common, the most trouble first, with the products it holds for
 * @param columnOrder the tables to which several branches add columns
 * @param proposals the dependencies that are missing
 */
record MergeFindings(
    List<String> tips,
    List<String> products,
    Verdict verdict,
    Map<SharedObject, List<String>> shared,
    Set<String> columnOrder,
    List<Proposal> proposals) {

  private static final int SHOWN = 20;

  /**
   * A dependency that is missing.
   *
   * @param revision the id of the revision that needs another one
   * @param on the id of the other one
   * @param file its file
   * @param line the line to add
   */
  record Proposal(String revision, String on, String file, String line) {}

  static MergeFindings of(
      List<String> tips, List<MergeRelation> relations, RevisionScripts scripts) {
    Map<SharedObject, List<String>> shared = new LinkedHashMap<>();
    Set<String> columnOrder = new LinkedHashSet<>();
    Set<SharedObject.Order> orders = new LinkedHashSet<>();
    Verdict verdict = Verdict.COMMUTES;
    for (MergeRelation relation : relations) {
      verdict = verdict.worse(relation.verdict());
      columnOrder.addAll(relation.columnOrder());
      orders.addAll(relation.dependencies(scripts.graph()));
      relation
          .shared()
          .forEach(
              each ->
                  shared.computeIfAbsent(each, any -> new ArrayList<>()).add(relation.product()));
    }
    Map<SharedObject, List<String>> sorted = new LinkedHashMap<>();
    shared.entrySet().stream()
        .sorted(
            Comparator.comparing(
                (Map.Entry<SharedObject, List<String>> each) -> each.getKey().verdict(),
                Comparator.reverseOrder()))
        .forEach(each -> sorted.put(each.getKey(), List.copyOf(each.getValue())));
    return new MergeFindings(
        List.copyOf(tips),
        relations.stream().map(MergeRelation::product).toList(),
        verdict,
        sorted,
        columnOrder,
        orders.stream().map(order -> proposal(order, scripts)).toList());
  }

  private static Proposal proposal(SharedObject.Order order, RevisionScripts scripts) {
    RevisionScript script = scripts.script(order.second()).orElseThrow();
    List<String> all = new ArrayList<>(script.revision().dependsOn());
    all.add(order.first());
    String line =
        script instanceof JavaRevisionScript
            ? "dependsOn = {\"" + String.join("\", \"", all) + "\"} in @RevisionInfo"
            : "-- @depends-on " + String.join(", ", all);
    return new Proposal(order.second(), order.first(), script.location().path(), line);
  }

  /** Tells the user, beside the result. */
  void tell(Console console) {
    if (verdict == Verdict.COMMUTES) {
      console.note("The branches commute (" + String.join(", ", products) + ").");
    }
    shared.entrySet().stream().limit(SHOWN).forEach(each -> tell(console, each));
    if (shared.size() > SHOWN) {
      console.note("... and " + (shared.size() - SHOWN) + " more.");
    }
    for (Proposal proposal : proposals) {
      console.note("  Write into " + proposal.file() + ":  " + proposal.line());
    }
    for (String table : columnOrder) {
      console.note(
          "Several branches add columns to "
              + table
              + ": their order there will depend on the order of the branches.");
    }
    if (shared.keySet().stream().anyMatch(each -> each.verdict() == Verdict.UNDECIDED)) {
      console.note(
          "Run anabranch verify --confluence to learn whether the order matters to what is open.");
    }
  }

  private void tell(Console console, Map.Entry<SharedObject, List<String>> each) {
    String on =
        each.getValue().size() == products.size()
            ? ""
            : " (" + String.join(", ", each.getValue()) + ")";
    Style style = console.noteStyle();
    String word =
        switch (each.getKey().verdict()) {
          case CONTRADICTS -> style.paint(Style.Ink.RED, "contradicts:");
          case NEEDS_ORDER -> style.paint(Style.Ink.YELLOW, "needs an order:");
          case UNDECIDED -> style.paint(Style.Ink.FAINT, "open:");
          case COMMUTES -> "commutes:";
        };
    console.note(word + " " + each.getKey().reason() + on);
  }

  /**
   * Refuses branches of which no order works.
   *
   * @throws CommandException if there is a contradiction
   */
  void requireNoContradiction() {
    List<String> reasons =
        shared.keySet().stream()
            .filter(each -> each.verdict() == Verdict.CONTRADICTS)
            .map(SharedObject::reason)
            .toList();
    if (reasons.isEmpty()) {
      return;
    }
    throw new CommandException(
        ErrorCode.HEADS_CONTRADICT,
        "Cannot merge "
            + String.join(" and ", tips)
            + ": "
            + reasons.get(0)
            + (reasons.size() > 1 ? " (and " + (reasons.size() - 1) + " more)." : "."),
        "Mend one of the revisions, or merge nevertheless with --force. No file was written.");
  }

  /** Writes it for a program. */
  void write(JsonWriter json) throws IOException {
    json.text("verdict", word(verdict))
        .texts("products", products)
        .objects(
            "shared",
            shared.entrySet(),
            each ->
                json.text("verdict", word(each.getKey().verdict()))
                    .text("object", each.getKey().object())
                    .text("reason", each.getKey().reason())
                    .texts("products", each.getValue()))
        .objects(
            "dependencies",
            proposals,
            each ->
                json.text("revision", each.revision())
                    .text("on", each.on())
                    .text("file", each.file())
                    .text("line", each.line()))
        .texts("columnOrder", columnOrder);
  }

  private static String word(Verdict verdict) {
    return switch (verdict) {
      case COMMUTES -> "commutes";
      case UNDECIDED -> "open";
      case NEEDS_ORDER -> "needs an order";
      case CONTRADICTS -> "contradicts";
    };
  }
}
