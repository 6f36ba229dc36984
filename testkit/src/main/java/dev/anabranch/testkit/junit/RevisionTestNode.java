package dev.anabranch.testkit.junit;

import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;

/** A product, a revision or a check, in JUnit's tree. */
final class RevisionTestNode extends AbstractTestDescriptor {

  private final Type type;

  private RevisionTestNode(UniqueId uniqueId, String name, @Nullable TestSource source, Type type) {
    super(uniqueId, name, source);
    this.type = type;
  }

  static RevisionTestNode container(UniqueId uniqueId, String name, @Nullable TestSource source) {
    return new RevisionTestNode(uniqueId, name, source, Type.CONTAINER);
  }

  static RevisionTestNode test(UniqueId uniqueId, String name, TestSource source) {
    return new RevisionTestNode(uniqueId, name, source, Type.TEST);
  }

  @Override
  public Type getType() {
    return type;
  }
}
