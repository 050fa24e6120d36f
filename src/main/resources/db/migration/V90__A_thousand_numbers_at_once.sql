-- An import inserts a thousand values at once, and takes the numbers of their rows at once.
alter sequence measurement_seq increment by 1000;
