package dev.anabranch.testkit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test method, in place of {@code @Test}, or a test class that runs once on each product.
 *
 * <p>Each run is a node of its own in the report, named by the product. A test whose server is
 * missing is skipped or fails by itself, as {@link RequiresServer} tells; so are the parameters,
 * except that {@code @BeforeAll} and {@code @AfterAll} methods of an annotated class can take none:
 * JUnit runs them once for all products.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@TestTemplate
@ClassTemplate
@ExtendWith(EachServerExtension.class)
public @interface EachServer {

  /** Returns the names of the products, in order; none stands for every product known, by name. */
  String[] value() default {};
}
