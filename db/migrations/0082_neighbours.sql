-- What is odd also counts neighbours: people who live where a worker said that they live themselves.

alter table patterns no force row level security;
insert into patterns (key, name, threshold, reason) values
  ('neighbour', 'A neighbour', 1, 'A worker who opens a person of their own postcode or street, as they declared their home, may be looking up a neighbour. One is enough to ask; somebody has to work on every street.');
alter table patterns force row level security;
