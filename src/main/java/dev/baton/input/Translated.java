package dev.baton.input;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Controller of pages whose texts are all in each language, the refusals that they show among them,
 * or of calls that answer such a page with sentences. A page of any other controller is wholly
 * English, whoever reads it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Translated {}
