package dev.anabranch.docs;

import dev.anabranch.testkit.junit.RevisionTestNodes;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

class RevisionFactoryTest {

  @TestFactory
  Stream<DynamicContainer> revisions() {
    return RevisionTestNodes.in("classpath:db/revisions")
        .on("h2")
        .configured(options -> options.rows(0))
        .stream();
  }
}
