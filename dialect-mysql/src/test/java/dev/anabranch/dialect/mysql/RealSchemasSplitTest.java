package dev.anabranch.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.sql.SplitScript;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class RealSchemasSplitTest {

  @TestFactory
  Stream<DynamicTest> everySchemaIsCut() {
    return RealSchemas.names().stream()
        .map(name -> DynamicTest.dynamicTest(name, () -> check(name)));
  }

  private static void check(String name) {
    String script = RealSchemas.read(name);
    SplitScript split = Splitters.MYSQL.split(script);
    assertThat(split.statements()).hasSizeGreaterThan(5);
    Splitters.laws(Splitters.MYSQL).check(script);
  }
}
