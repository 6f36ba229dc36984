package dev.anabranch.testkit.junit;

import dev.anabranch.testkit.server.TestServers;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** {@link EachServer}: one invocation for each product. */
final class EachServerExtension
    implements TestTemplateInvocationContextProvider, ClassTemplateInvocationContextProvider {

  /** Called by JUnit. */
  EachServerExtension() {}

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return isAnnotated(context);
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    return products(context).map(OnProduct::new);
  }

  @Override
  public boolean supportsClassTemplate(ExtensionContext context) {
    return isAnnotated(context);
  }

  @Override
  public Stream<OnProduct> provideClassTemplateInvocationContexts(ExtensionContext context) {
    return products(context).map(OnProduct::new);
  }

  /** Returns the product that a test or class runs on this time, if it has the annotation. */
  static Optional<String> product(ExtensionContext context) {
    return Optional.ofNullable(
        context.getStore(ServerExtension.NAMESPACE).get(EachServerExtension.class, String.class));
  }

  private static boolean isAnnotated(ExtensionContext context) {
    return AnnotationSupport.isAnnotated(context.getElement(), EachServer.class);
  }

  private static Stream<String> products(ExtensionContext context) {
    return AnnotationSupport.findAnnotation(context.getElement(), EachServer.class).stream()
        .map(annotation -> List.of(annotation.value()))
        .map(names -> names.isEmpty() ? TestServers.shared().products() : names)
        .flatMap(List::stream);
  }

  private record OnProduct(String product)
      implements TestTemplateInvocationContext, ClassTemplateInvocationContext {

    @Override
    public String getDisplayName(int invocationIndex) {
      return product;
    }

    @Override
    public void prepareInvocation(ExtensionContext context) {
      context.getStore(ServerExtension.NAMESPACE).put(EachServerExtension.class, product);
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(new FixedServerExtension(product));
    }
  }

  private static final class FixedServerExtension extends ServerExtension {

    private final String product;

    FixedServerExtension(String product) {
      this.product = product;
    }

    @Override
    List<String> products(ExtensionContext context) {
      return List.of(product);
    }
  }
}
