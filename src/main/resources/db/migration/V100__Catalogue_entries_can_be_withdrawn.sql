-- An entry made by mistake is withdrawn by a revision that repeats it; a later revision may bring its code back.
alter table catalogue add column withdrawn boolean default false not null;
