package dev.anabranch.testkit.junit;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;

/** A class with {@link RevisionTests}, in JUnit's tree. */
final class RevisionTestClass extends AbstractTestDescriptor {

  private final Class<?> type;

  RevisionTestClass(UniqueId uniqueId, Class<?> type) {
    super(uniqueId, name(type), ClassSource.from(type));
    this.type = type;
  }

  private static String name(Class<?> type) {
    return AnnotationSupport.findAnnotation(type, DisplayName.class)
        .map(DisplayName::value)
        .orElse(type.getSimpleName());
  }

  /** Returns the class. */
  Class<?> type() {
    return type;
  }

  /** Returns what it says. */
  RevisionTests annotation() {
    return AnnotationSupport.findAnnotation(type, RevisionTests.class).orElseThrow();
  }

  /** Returns why it is not to be run, if that is said. */
  Optional<String> disabled() {
    return AnnotationSupport.findAnnotation(type, Disabled.class)
        .map(disabled -> disabled.value().isEmpty() ? type + " is @Disabled" : disabled.value());
  }

  @Override
  public Set<TestTag> getTags() {
    Set<TestTag> tags = new LinkedHashSet<>();
    for (Tag tag : AnnotationSupport.findRepeatableAnnotations(type, Tag.class)) {
      tags.add(TestTag.create(tag.value().strip()));
    }
    return tags;
  }

  @Override
  public String getLegacyReportingName() {
    return type.getName();
  }

  @Override
  public Type getType() {
    return Type.CONTAINER;
  }

  /** Tests are added while it runs. */
  @Override
  public boolean mayRegisterTests() {
    return true;
  }
}
