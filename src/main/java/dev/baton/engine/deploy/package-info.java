/**
 * Would these models be taken, which are in force instead, and who deploys some? Models as files,
 * for those who change them.
 */
@NamedInterface("deploy")
@NullMarked
package dev.baton.engine.deploy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
