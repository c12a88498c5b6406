/**
 * What may come in? The fields of an answer as records, for whoever asks, checks or shows them.
 *
 * <p>Uses: nothing.
 */
@ApplicationModule(allowedDependencies = {})
package dev.baton.input;

import org.springframework.modulith.ApplicationModule;
