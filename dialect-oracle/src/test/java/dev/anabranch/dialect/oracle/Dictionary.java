package dev.anabranch.dialect.oracle;

import dev.anabranch.dialect.ServerVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The columns of the dictionary's views, as they stand in {@code dictionary.txt}: views, columns,
 * types and the release that has them first.
 */
final class Dictionary {

  private static final Pattern VIEW = Pattern.compile("\\bALL_[A-Z_]+\\b");
  private static final Pattern WORD = Pattern.compile("[A-Z][A-Z0-9_]*");

  // What a query is made of besides views and columns.
  private static final Set<String> LANGUAGE =
      Set.of("SELECT COUNT FROM WHERE AND OR IN IS NOT NULL ORDER BY INSTR INTO FOUND".split(" "));

  /**
   * A column.
   *
   * @param type its type
   * @param since the release that has it first
   */
  record DictionaryColumn(String type, ServerVersion since) {}

  private final Map<String, Map<String, DictionaryColumn>> views = new LinkedHashMap<>();

  private Dictionary() {}

  static Dictionary read() {
    Dictionary dictionary = new Dictionary();
    try (InputStream file = Dictionary.class.getResourceAsStream("dictionary.txt")) {
      String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      text.lines().filter(line -> !line.startsWith("#")).forEach(dictionary::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return dictionary;
  }

  private void add(String line) {
    String[] words = line.split(" ", -1);
    String[] release = words[3].split("\\.", -1);
    views
        .computeIfAbsent(words[0], view -> new LinkedHashMap<>())
        .put(
            words[1],
            new DictionaryColumn(
                words[2],
                ServerVersion.of(Integer.parseInt(release[0]), Integer.parseInt(release[1]))));
  }

  /** Returns the views with their columns. */
  Map<String, Map<String, DictionaryColumn>> views() {
    return views;
  }

  /**
   * Says which names in a query are not there.
   *
   * @param sql a query over one or two views of the dictionary, all names in capital letters
   * @param release the release it is for
   */
  List<String> problems(String sql, ServerVersion release) {
    List<String> problems = new ArrayList<>();
    String withoutTexts = sql.replaceAll("'[^']*'", "").replaceAll("SYS_CONTEXT\\([^)]*\\)", "");
    List<Map<String, DictionaryColumn>> read = new ArrayList<>();
    Matcher view = VIEW.matcher(withoutTexts);
    while (view.find()) {
      Map<String, DictionaryColumn> columns = views.get(view.group());
      if (columns == null) {
        problems.add("no such view: " + view.group());
      } else {
        read.add(columns);
      }
    }
    Matcher word = WORD.matcher(VIEW.matcher(withoutTexts).replaceAll(""));
    while (word.find()) {
      if (!LANGUAGE.contains(word.group())) {
        column(word.group(), read, release, problems);
      }
    }
    return problems;
  }

  private static void column(
      String name,
      List<Map<String, DictionaryColumn>> read,
      ServerVersion release,
      List<String> problems) {
    List<DictionaryColumn> found =
        read.stream().map(columns -> columns.get(name)).filter(Objects::nonNull).toList();
    if (found.isEmpty()) {
      problems.add("no such column: " + name);
    } else if (found.stream().noneMatch(column -> column.since().compareTo(release) <= 0)) {
      problems.add("the column " + name + " is there from " + found.get(0).since() + " on");
    }
  }
}
