// Names for people met once: given and family names that go together, as they do in an English county today.

type Stock = { share: number; she: string[]; he: string[]; family: string[]; young?: { she: string[]; he: string[] } }

const words = (list: string) => list.split(' ')

export const stocks: Stock[] = [
  {
    share: 62,
    she: words('Beryl Bridget Carole Dawn Donna Doreen Eileen Elsie Gillian Hazel Heather Irene Janet Joyce Kelly Leanne Lorraine Lynne Mandy Marjorie Nicola Olive Paula Sheila Stella Tracey Vera Winifred Zoe'),
    he: words('Adrian Albert Barry Brendan Clive Cyril Damian Dennis Dominic Duncan Eric Frank Gavin Geoffrey Glenn Gordon Ivor Keith Kevin Lee Malcolm Mick Nigel Norman Roger Ross Roy Shaun Sidney Stanley Stuart Trevor'),
    young: {
      she: words('Abigail Amelia Charlene Chloe Danielle Ellie Emma Fern Freya Gemma Holly Jade Jodie Lily Megan Phoebe Rhian Rosie Tamsin'),
      he: words('Ashley Bradley Callan Ethan Finley Harvey Jack Jordan Kieran Lewis Liam Logan Luke Mason Oliver Rhys Tyler Wesley'),
    },
    family: words('Ablett Bagshaw Barlow Benbow Blakey Bowes Brackley Burgin Catchpole Chidgey Cobbold Copley Cullum Dancey Dowsett Eastwell Edgeley Fairclough Farthing Fenner Gadsby Garrod Gathercole Gosling Hackett Halliwell Harkness Hebden Hibbert Huggett Inchley Jessop Keeble Kettle Lambden Lazenby Ludlow Marlin Mattock Merriden Mudd Nuttall Orme Parfitt Pocock Puddephatt Quested Rackham Riddle Sadd Scarfe Shipley Skeels Snell Stannard Summerhayes Tansley Thirkettle Tolley Tuffin Upson Venables Wadlow Whybrow Wragg Yelland'),
  },
  { share: 7, she: words('Aisha Fatima Nasreen Saima Rubina Zainab Hafsa'), he: words('Imtiaz Adil Bilal Hamza Tariq Yusuf Zahid'), family: words('Anwar Bashir Hussain Iqbal Malik Rafiq Shafiq Mahmood') },
  { share: 5, she: words('Anjali Harpreet Meena Jasvinder Kavita Simran'), he: words('Amarjit Gurdeep Rohan Sanjay Vikram Nitin'), family: words('Bains Chohan Desai Gill Patel Sandhu Joshi') },
  { share: 5, she: words('Adaeze Blessing Comfort Efua Folake Ngozi'), he: words('Chidi Emeka Kofi Kwame Obinna Segun'), family: words('Adeleke Agyeman Boateng Mensah Nwosu Okafor Oyelaran') },
  { share: 4, she: words('Beverley Marcia Keisha Simone Yvonne'), he: words('Delroy Jermaine Leroy Marlon Winston'), family: words('Beckford Campbell-Reid Dacosta Gayle Lindo Morrison') },
  { share: 9, she: words('Agata Dorota Magdalena Irina Jurgita Mihaela Ilze Olena'), he: words('Andrzej Piotr Tomasz Vasile Darius Andriy Marek Ionut'), family: words('Bielak Dumitrescu Jankauskas Kalnins Kowalczuk Mazur Petrenko Sobczak Stancu') },
  { share: 3, she: words('Rozhin Shirin Hala Rima'), he: words('Karwan Dilshad Nabil Sami'), family: words('Abdi Barzinji Haddadin Karimi Rostam') },
  { share: 3, she: words('Mei Linh Xiu Thuy'), he: words('Wei Minh Jun Duc'), family: words('Chau Lam Ngo Quach Zhou') },
  { share: 2, she: words('Teresa Fatinha Luciana'), he: words('Rui Nuno Edson'), family: words('Bettencourt Moniz Teixeira Varela') },
]
