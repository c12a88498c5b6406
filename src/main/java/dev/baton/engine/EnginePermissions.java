package dev.baton.engine;

import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.ALL;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.RETRY_JOB;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.TASK_ASSIGN;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.TASK_WORK;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.stereotype.Component;

/** The least rights of each group inside the engine and its web applications. */
@Component
public class EnginePermissions {
  private static final String EVERY = Authorization.ANY;

  private final AuthorizationService authorizations;

  EnginePermissions(AuthorizationService authorizations) {
    this.authorizations = authorizations;
  }

  /** Grants what is not granted yet; what somebody granted on top stays. */
  public void grant(String group, EngineAccess access) {
    switch (access) {
      case WORK -> {
        grant(group, Resources.APPLICATION, "tasklist", ACCESS);
        grant(group, Resources.FILTER, EVERY, READ);
      }
      case OVERSEE -> {
        grant(group, Resources.APPLICATION, "cockpit", ACCESS);
        grant(
            group,
            Resources.PROCESS_DEFINITION,
            EVERY,
            READ,
            READ_INSTANCE,
            READ_TASK,
            TASK_WORK,
            TASK_ASSIGN,
            RETRY_JOB);
        grant(group, Resources.TASK, EVERY, READ);
        grant(group, Resources.DECISION_DEFINITION, EVERY, READ);
        grant(group, Resources.DEPLOYMENT, EVERY, READ);
      }
      case DESIGN -> {
        grant(group, Resources.APPLICATION, "cockpit", ACCESS);
        grant(group, Resources.PROCESS_DEFINITION, EVERY, READ);
        grant(group, Resources.DECISION_DEFINITION, EVERY, READ);
        grant(group, Resources.DEPLOYMENT, EVERY, READ, CREATE);
      }
      case ADMINISTER -> {
        for (Resource resource : Resources.values()) {
          grant(group, resource, EVERY, ALL);
        }
      }
    }
  }

  private void grant(String group, Resource resource, String id, Permission... permissions) {
    boolean granted =
        authorizations
                .createAuthorizationQuery()
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(id)
                .count()
            > 0;
    if (granted) {
      return;
    }
    Authorization authorization =
        authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    authorization.setGroupId(group);
    authorization.setResource(resource);
    authorization.setResourceId(id);
    authorization.setPermissions(permissions);
    authorizations.saveAuthorization(authorization);
  }
}
