package dev.anabranch.testkit.portability;

import dev.anabranch.testkit.portability.AllowedDifference.Where;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes the reference of what differs between products, from the one list of it. */
public final class PortabilityPage {

  private static final String HEAD =
      """
      # Portability

      The same revision, written with operations, gives the same schema on every product: the same tables, columns, types, defaults, keys, indexes, sequences, views and comments. That is tested:
      revisions made by chance, with every operation and every type, run on all products; behind each of them the schema is read back and held to what was asked for, and taken back to what was there before.

      What follows is the complete list of differences that those tests allow. Each has been reviewed: the server can do no better. The tests fail when a product differs otherwise, and when a line is
      no longer needed. What a product cannot do at all is refused and stands in [Operations by product](operations.md).

      | where | what | asked for | what is there | why |
      | --- | --- | --- | --- | --- |
      """;

  private static final String TAIL =
      """

      "Asked for" is a part of the description, as a regular expression where it stands for several. Compared are meanings and not spellings: a default is the same whether the server writes it as a number or
      as text, and the conditions of checks and indexes are compared without the quotes, parentheses, blanks and conversions that servers add.

      ## What is not compared

      * The text of a view's query: servers rewrite it. The rows that it shows are tested instead.
      * The options that only one product has; the page of each product below [dialects](dialects/) tells them.
      * How fast anything is.

      This page is written from the list in the testkit, and a test fails when it is not up to date (`mvn -pl docs -am test -Dtest=ReferencePagesTest -Danabranch.docs.write=true` writes it).
      """;

  private PortabilityPage() {}

  /** Returns the page. */
  public static String text() {
    StringBuilder page = new StringBuilder(HEAD);
    for (AllowedDifference difference : Portability.differences()) {
      page.append("| ")
          .append(where(difference.where()))
          .append(" | ")
          .append(difference.aspect())
          .append(" | ")
          .append(asked(difference))
          .append(" | ")
          .append(difference.read().map(PortabilityPage::read).orElse("not compared"))
          .append(" | ")
          .append(difference.reason())
          .append(" |\n");
    }
    return page.append(TAIL).toString();
  }

  private static String where(Where where) {
    if (where instanceof Where.Products products) {
      return products.names().stream()
          .map(PortabilityPage::family)
          .collect(Collectors.joining(", "));
    }
    String capability = ((Where.Without) where).capability().name();
    return "products without " + capability.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String family(String name) {
    return name.equals("mysql") ? "MySQL, MariaDB" : OperationPage.title(name);
  }

  private static String asked(AllowedDifference difference) {
    String pattern = difference.asked().pattern();
    return pattern.equals(Portability.ANYTHING)
        ? "anything"
        : code(pattern.replaceAll("^\\^|\\$$", "").replace("\\(", "(").replace("\\)", ")"));
  }

  private static String read(String text) {
    return Optional.of(text.strip())
        .filter(words -> !words.isEmpty())
        .map(PortabilityPage::code)
        .orElse("nothing said");
  }

  private static String code(String text) {
    return "`" + text.strip().replace("|", "\\|") + "`";
  }
}
