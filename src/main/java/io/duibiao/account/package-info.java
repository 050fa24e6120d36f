/** Who may do what? Accounts, their roles and the login. */
@NullMarked
package io.duibiao.account;

import org.jspecify.annotations.NullMarked;
