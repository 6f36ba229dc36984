package dev.anabranch.testkit.junit;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** {@link RequiresServer}: the product is the one of the nearest annotation. */
final class RequiresServerExtension extends ServerExtension {

  /** Called by JUnit. */
  RequiresServerExtension() {}

  @Override
  List<String> products(ExtensionContext context) {
    return List.of(
        nearest(context)
            .orElseThrow(() -> new IllegalStateException("no @RequiresServer above " + context)));
  }

  /** Returns the product of the nearest annotation. */
  static Optional<String> nearest(ExtensionContext context) {
    Optional<String> here =
        context
            .getElement()
            .flatMap(element -> AnnotationSupport.findAnnotation(element, RequiresServer.class))
            .map(RequiresServer::value);
    return here.or(() -> context.getParent().flatMap(RequiresServerExtension::nearest));
  }
}
