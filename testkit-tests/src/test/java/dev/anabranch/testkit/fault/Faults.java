package dev.anabranch.testkit.fault;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All planted faults. */
final class Faults {

  private Faults() {}

  /** Returns them by what they have in common. */
  static Map<String, List<PlantedFault>> byTopic() {
    Map<String, List<PlantedFault>> faults = new LinkedHashMap<>();
    faults.put("Downgrades that forget something", ForgottenThings.all());
    faults.put("Downgrades that forget what only some products have", ForgottenExtras.all());
    faults.put("Downgrades that bring something back otherwise", OtherReturns.all());
    faults.put("Downgrades that take away too much", ExcessiveDowngrades.all());
    faults.put("Rows and values that get lost", LostRows.all());
    faults.put("Rows that get lost without being named", RowsLostElsewhere.all());
    faults.put("Upgrades that work as long as nobody uses the tables", HardUpgrades.all());
    faults.put("Ways back that are none", WaysBack.all());
    faults.put("Declarations", Declarations.all());
    faults.put("The project as a whole", ProjectFaults.all());
    return faults;
  }

  static List<PlantedFault> all() {
    return byTopic().values().stream().flatMap(List::stream).toList();
  }
}
