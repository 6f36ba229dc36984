package dev.anabranch.cli.argument;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The command among the words: the first one that is neither a global option nor the value of one.
 *
 * @param name the command's word, absent if there is none
 * @param others all other words, in order
 */
record CommandWord(Optional<String> name, List<String> others) {
  static CommandWord in(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (word.equals("--") || !word.startsWith("-") || word.equals("-")) {
        int at = word.equals("--") ? i + 1 : i;
        if (at >= words.size()) {
          break;
        }
        List<String> others = new ArrayList<>(words.subList(0, i));
        others.addAll(words.subList(at + 1, words.size()));
        return new CommandWord(Optional.of(words.get(at)), others);
      }
      if (valueFollows(word)) {
        i++;
      }
    }
    return new CommandWord(Optional.empty(), words);
  }

  private static boolean valueFollows(String word) {
    for (OptionDescription option : GlobalOptions.DESCRIPTIONS) {
      if (option.takesValue()
          && (word.equals("--" + option.longName())
              || option.shortName().filter(letter -> word.equals("-" + letter)).isPresent())) {
        return true;
      }
    }
    return false;
  }
}
