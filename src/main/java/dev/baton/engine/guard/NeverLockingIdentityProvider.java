package dev.baton.engine.guard;

import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;

/**
 * Identity provider that locks no user for somebody's wrong passwords, or a guesser could keep them
 * out; the guesser is slowed where the try comes in.
 */
public class NeverLockingIdentityProvider extends DbIdentityServiceProvider {

  @Override
  protected boolean isUserLocked(UserEntity user) {
    return false;
  }

  @Override
  protected void lockUser(UserEntity user) {
    // nobody's row is written by a stranger
  }
}
