package dev.baton.engine.guard;

import org.operaton.bpm.engine.authorization.Groups;
import org.operaton.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.operaton.bpm.engine.impl.identity.db.DbUserQueryImpl;
import org.operaton.bpm.engine.impl.persistence.entity.UserEntity;

/**
 * Identity provider that locks no user for somebody's wrong passwords, as Camunda's, and knows the
 * administrators under the name that they have in the database.
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

  /** Without a member of the fork's own group each page would lead to the one that sets it up. */
  @Override
  public long findUserCountByQueryCriteria(DbUserQueryImpl query) {
    if (Groups.OPERATON_ADMIN.equals(query.getGroupId())) {
      query.memberOfGroup(EngineHardening.ADMINISTRATORS);
    }
    return super.findUserCountByQueryCriteria(query);
  }
}
