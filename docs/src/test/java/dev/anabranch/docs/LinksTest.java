package dev.anabranch.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.docs.page.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A link from one page of the repository leads to a file that is there, and to a heading of it. */
class LinksTest {
  private static final Pattern LINK =
      Pattern.compile("\\]\\(<?([^)>\\s]+)>?(?:\\s+\"[^\"]*\")?\\)");
  private static final Pattern DEFINITION = Pattern.compile("^\\[[^\\]]+\\]:\\s+<?([^>\\s]+)");
  private static final Pattern ELSEWHERE = Pattern.compile("[a-z][a-z+.-]+:.*");
  private static final Pattern CODE = Pattern.compile("`[^`]*`");
  private static final Pattern HEADING = Pattern.compile("#{1,6}\\s+(.*?)\\s*#*");

  static Stream<Page> pages() {
    return Page.all().stream();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkLeadsSomewhere(Page page) {
    List<String> broken = new ArrayList<>();
    for (String line : page.prose()) {
      for (String link : links(line)) {
        if (!leadsSomewhere(page, link)) {
          broken.add(link);
        }
      }
    }

    assertThat(broken).as("links of %s that lead nowhere", page).isEmpty();
  }

  private static List<String> links(String line) {
    List<String> links = new ArrayList<>();
    for (Pattern pattern : List.of(LINK, DEFINITION)) {
      Matcher matcher = pattern.matcher(CODE.matcher(line).replaceAll("`code`"));
      while (matcher.find()) {
        links.add(matcher.group(1));
      }
    }
    return links;
  }

  private static boolean leadsSomewhere(Page page, String link) {
    if (ELSEWHERE.matcher(link).matches()) {
      return true;
    }
    int hash = link.indexOf('#');
    String path = hash < 0 ? link : link.substring(0, hash);
    Path from = Page.REPOSITORY.resolve(page.name());
    Path file = path.isEmpty() ? from : from.resolveSibling(path).normalize();
    if (!file.startsWith(Page.REPOSITORY) || !Files.exists(file)) {
      return false;
    }
    return hash < 0 || anchors(Page.read(file)).contains(link.substring(hash + 1));
  }

  /** The anchors of headings, as GitHub and most others make them. */
  private static Set<String> anchors(Page page) {
    Set<String> anchors = new HashSet<>();
    for (String line : page.prose()) {
      Matcher heading = HEADING.matcher(line);
      if (heading.matches()) {
        String anchor =
            heading
                .group(1)
                .replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
        for (int i = 1; !anchors.add(i == 1 ? anchor : anchor + "-" + (i - 1)); i++) {
          // The same heading again has a number behind it.
        }
      }
    }
    return anchors;
  }
}
