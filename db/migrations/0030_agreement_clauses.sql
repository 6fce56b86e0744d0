-- The clauses of agreements, so that a share can say which one it rests on.

create table agreement_clauses (
  agreement_id uuid not null references agreements on delete cascade,
  number text not null check (length(number) between 1 and 20),
  words text not null check (length(words) between 2 and 2000),
  primary key (agreement_id, number)
);
comment on table agreement_clauses is 'What an agreement says, clause by clause, as far as shares rest on it.';

alter table grants add column clause text;
alter table grants add foreign key (agreement_id, clause) references agreement_clauses (agreement_id, number);
comment on column grants.clause is 'The clause of the agreement that the share rests on, where one was named.';
