package dev.anabranch.testkit.junit;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** {@link RequiresServer}: the product is the one of the nearest annotation. */
final class RequiresServerExtension extends ServerExtension {

  /** Called by JUnit. */
  RequiresServerExtension() {}

  @Override
  String product(ExtensionContext context) {
    ExtensionContext nearest = context;
    while (true) {
      var annotation =
          nearest
              .getElement()
              .flatMap(element -> AnnotationSupport.findAnnotation(element, RequiresServer.class));
      if (annotation.isPresent()) {
        return annotation.get().value();
      }
      nearest =
          nearest
              .getParent()
              .orElseThrow(() -> new IllegalStateException("no @RequiresServer above " + context));
    }
  }
}
