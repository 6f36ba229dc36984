package dev.anabranch.testkit.fault;

import java.util.List;
import java.util.stream.Stream;

/** All planted faults. */
final class Faults {

  private Faults() {}

  static List<PlantedFault> all() {
    return Stream.of(
            ForgottenThings.all(),
            ForgottenExtras.all(),
            OtherReturns.all(),
            ExcessiveDowngrades.all(),
            LostRows.all(),
            RowsLostElsewhere.all(),
            HardUpgrades.all(),
            WaysBack.all(),
            Declarations.all(),
            ProjectFaults.all())
        .flatMap(List::stream)
        .toList();
  }
}
