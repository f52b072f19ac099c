/**
 * What the user asked for: {@link ConnectionProperty} is the one list of properties, {@link
 * ConnectionUrl} reads the URL, {@link Workspace} the file of several sources, and both end as
 * {@link ConnectionSettings}. Nothing here starts, opens or looks up anything.
 */
@NullMarked
package org.airbytejdbc.driver.settings;

import org.jspecify.annotations.NullMarked;
