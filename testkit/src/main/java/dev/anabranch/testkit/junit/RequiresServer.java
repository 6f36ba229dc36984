package dev.anabranch.testkit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class or method that needs a server of one product.
 *
 * <p>Test, {@code @BeforeEach} and {@code @AfterEach} methods may take a {@link
 * dev.anabranch.testkit.server.TestDatabase}: a database that is new for each test and dropped
 * after it; all methods of one test that take one receive the same, and a method that takes two
 * receives two. {@code @BeforeAll} methods receive one for the class. A {@link
 * dev.anabranch.testkit.server.TestServer} may be taken as well. A constructor may take either if
 * JUnit makes an instance for each test, which is its default.
 *
 * <p>When there is no server the test is skipped with every way that was tried as the reason. When
 * the system property (or JUnit configuration parameter) {@code anabranch.test.require}, a list of
 * names separated by commas, contains the product, the test fails instead. On a method the
 * annotation goes before the one on its class.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@ExtendWith(RequiresServerExtension.class)
public @interface RequiresServer {

  /** Returns the product's name, such as {@code postgresql} or {@code h2}. */
  String value();
}
